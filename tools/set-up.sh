#!/bin/sh
# Prepares .venv from requirements.txt; with the argument "browser" also what the browser tests need.
# Safe to run again after any failure: only a finished .venv carries the stamp, any other is rebuilt.
set -eu
cd "$(dirname "$0")/.."

stop() {
  printf '%s\n' "$@" >&2
  exit 2
}

# Runs a command silently; if it fails, shows its last words and stops with the message in $1.
quietly() {
  message=$1
  shift
  words=$("$@" 2>&1) || stop "$(printf '%s\n' "$words" | tail -n 3)" "$message"
}

# Sets $python to an interpreter that is new enough and can make a virtual environment.
find_python() {
  for python in ${PYTHON:-python3.11 python3 /usr/bin/python3}; do
    if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      return 0
    fi
  done
  return 1
}

install_packages() {
  command -v apt-get >/dev/null || stop "缺少以下软件，请用本机的软件包管理器安装后再试：$*"
  if [ "$(id -u)" -ne 0 ]; then
    stop "缺少系统软件，请先运行下面这条命令，再重新运行 make：" \
      "sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
  fi
  echo "正在安装系统软件：$*"
  export DEBIAN_FRONTEND=noninteractive
  quietly "无法更新软件包列表，请检查网络和软件源后重新运行。" apt-get update -qq
  quietly "系统软件没有装成，请检查网络和软件源后重新运行：$*" \
    apt-get install -qq -y --no-install-recommends "$@"
}

has_chinese_font() {
  [ -n "$(fc-list :lang=zh 2>/dev/null)" ]
}

has_library() {
  PATH="$PATH:/usr/sbin:/sbin" ldconfig -p | grep -q "$1"
}

# The stamp depends on the lock file and on the folder, since scripts in .venv hold absolute paths.
stamp=.venv/set-up-$( (pwd && cat requirements.txt) | sha256sum | cut -c1-16)
is_ready() {
  [ -e "$stamp" ] && .venv/bin/python -c '' 2>/dev/null
}

missing=''
is_ready || find_python || missing="python3-venv"
if [ "${1:-}" = browser ]; then
  command -v chromium >/dev/null || missing="$missing chromium"
  has_library libatomic.so.1 || missing="$missing libatomic1" # wanted by the driver of playwright
  has_chinese_font || missing="$missing fontconfig fonts-noto-cjk"
fi
# shellcheck disable=SC2086  # one word per package
[ -z "$missing" ] || install_packages $missing

is_ready && exit 0
find_python || stop "需要 Python 3.11 或更高版本（含 venv 模块），本机没有找到。"
echo "正在准备 Python 环境 .venv，首次约需一分钟……"
rm -rf .venv
quietly "无法创建 .venv，请检查磁盘空间和目录权限后重新运行。" "$python" -m venv .venv
quietly "Python 软件包没有装成，请检查网络后重新运行，安装会从头开始。" \
  .venv/bin/python -m pip install --disable-pip-version-check --no-input --retries 2 \
  --require-hashes --only-binary :all: --requirement requirements.txt
touch "$stamp"
