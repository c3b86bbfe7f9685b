"""The commands of the Makefile on bare systems, with stand-ins for Python, apt-get and mkdocs: no network."""

import datetime
import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
SYSTEM_TOOLS = (
    *("cat", "cp", "cut", "date", "dirname", "echo", "env", "grep"),
    *("make", "mkdir", "rm", "sed", "sh", "sha256sum", "tail", "touch"),
)

# Records its arguments; makes a .venv of copies of itself, unless $PIP_FAILS.
PYTHON = """#!/bin/sh
echo "python $*" >> "$LOG"
case "$2" in
  venv) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
  pip) [ -z "${PIP_FAILS:-}" ] || { echo "ERROR: no route to host"; exit 1; } ;;
esac
"""
# Records its arguments; "installs" Python, unless $APT_FAILS.
APT_GET = """#!/bin/sh
echo "apt-get $*" >> "$LOG"
[ "$1" = update ] || [ -z "${APT_FAILS:-}" ] || { echo "E: no route to host"; exit 100; }
[ "$1" = update ] || cp "$BIN/python-to-install" "$BIN/python3.11"
"""
MKDOCS = """#!/bin/sh
echo "mkdocs $*" >> "$LOG"
echo "epoch=$SOURCE_DATE_EPOCH quiet=$NO_MKDOCS_2_WARNING utf8=$PYTHONUTF8"
"""


@dataclass
class Machine:
    """A system with little more than make, and a copy of the project's set-up."""

    bin: Path
    project: Path
    log: Path

    def add(self, name: str, script: str) -> None:
        program = self.bin / name
        program.write_text(script, encoding="utf-8")
        program.chmod(0o755)

    def run(self, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        self.log.write_text("", encoding="utf-8")
        environment = {
            "PATH": str(self.bin),
            "BIN": str(self.bin),
            "LOG": str(self.log),
            "PYTHON": "python3.11",
        }
        return subprocess.run(
            command,
            cwd=self.project,
            env=environment | variables,
            capture_output=True,
            text=True,
            check=False,
        )

    def make(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return self.run("make", *arguments, **variables)

    @property
    def calls(self) -> list[str]:
        return [line for line in self.log.read_text(encoding="utf-8").splitlines() if " -c " not in line]

    @property
    def stamps(self) -> list[Path]:
        return list(self.project.glob(".venv/set-up-*"))


@pytest.fixture
def bare(tmp_path: Path) -> Machine:
    machine = Machine(tmp_path / "bin", tmp_path / "项目 folder", tmp_path / "log")
    machine.bin.mkdir()
    for name in SYSTEM_TOOLS:
        (machine.bin / name).symlink_to(shutil.which(name) or pytest.fail(f"{name} is not installed"))
    machine.add("apt-get", APT_GET)
    machine.add("python-to-install", PYTHON)
    machine.project.mkdir()
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, machine.project)
    for name in ("tools", ".ci"):
        shutil.copytree(ROOT / name, machine.project / name)
    return machine


@pytest.fixture
def with_python(bare: Machine) -> Machine:
    bare.add("python3.11", PYTHON)
    return bare


@pytest.fixture
def ready(with_python: Machine) -> Machine:
    """Set up, with the Python of the tests and a stand-in for mkdocs in .venv."""
    assert with_python.make("set-up").returncode == 0
    python = with_python.project / ".venv/bin/python"
    python.unlink()
    python.symlink_to(sys.executable)
    with_python.add("mkdocs", MKDOCS)
    (with_python.bin / "mkdocs").rename(with_python.project / ".venv/bin/mkdocs")
    return with_python


@pytest.fixture
def occupied_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_first_run_installs_the_locked_packages_with_their_hashes(with_python: Machine) -> None:
    assert with_python.make("set-up").returncode == 0
    venv, pip = with_python.calls
    assert venv == "python -m venv .venv"
    assert "--require-hashes" in pip
    assert pip.endswith("--requirement requirements.txt")
    assert len(with_python.stamps) == 1


def test_second_run_changes_nothing(with_python: Machine) -> None:
    with_python.make("set-up")
    assert with_python.make("set-up").returncode == 0
    assert with_python.calls == []


def test_venv_without_stamp_is_rebuilt_from_scratch(with_python: Machine) -> None:
    with_python.make("set-up")
    with_python.stamps[0].unlink()
    left_over = with_python.project / ".venv/left-over"
    left_over.touch()
    assert with_python.make("set-up").returncode == 0
    assert with_python.calls[0] == "python -m venv .venv"
    assert not left_over.exists()
    assert len(with_python.stamps) == 1


def test_changed_lock_is_installed(with_python: Machine) -> None:
    with_python.make("set-up")
    before = with_python.stamps
    (with_python.project / "requirements.txt").write_text("mkdocs==1.6.1\n", encoding="utf-8")
    assert with_python.make("set-up").returncode == 0
    assert len(with_python.calls) == 2
    assert with_python.stamps != before


def test_moved_folder_is_set_up_again(with_python: Machine) -> None:
    with_python.make("set-up")
    with_python.project = with_python.project.rename(with_python.project.with_name("moved"))
    assert with_python.make("set-up").returncode == 0
    assert len(with_python.calls) == 2


def test_venv_whose_python_has_gone_is_rebuilt(with_python: Machine) -> None:
    with_python.make("set-up")
    (with_python.project / ".venv/bin/python").unlink()
    assert with_python.make("set-up").returncode == 0
    assert len(with_python.calls) == 2


def test_failed_download_says_so_and_the_next_run_recovers(with_python: Machine) -> None:
    failed = with_python.make("set-up", PIP_FAILS="yes")
    assert failed.returncode == 2
    assert "no route to host" in failed.stderr
    assert "Python 软件包没有装成，请检查网络后重新运行" in failed.stderr
    assert with_python.stamps == []
    assert with_python.make("set-up").returncode == 0
    assert len(with_python.stamps) == 1


def test_without_python_a_user_is_told_the_one_command(bare: Machine) -> None:
    bare.add("id", "#!/bin/sh\necho 1000\n")
    result = bare.make("serve")
    assert result.returncode == 2
    assert (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends python3-venv\n"
        in result.stderr
    )
    assert bare.calls == []


def test_without_python_root_installs_it(bare: Machine) -> None:
    bare.add("id", "#!/bin/sh\necho 0\n")
    assert bare.make("set-up").returncode == 0
    update, install, venv, _ = bare.calls
    assert update.startswith("apt-get update")
    assert re.fullmatch("apt-get install .*-y .*python3-venv", install)
    assert venv == "python -m venv .venv"


@pytest.mark.parametrize(("version", "enough"), [("3, 9, 2", False), ("3, 11, 2", True), ("3, 13, 0", True)])
def test_python_counts_from_3_11(bare: Machine, version: str, *, enough: bool) -> None:
    pretend = f"import sys; sys.version_info = ({version})"
    on_command = f'[ "$1" != -c ] || exec "{sys.executable}" -c "{pretend}; $2"\n'
    bare.add("python3.11", PYTHON.replace("\n", f"\n{on_command}", 1))
    bare.add("id", "#!/bin/sh\necho 0\n")
    assert bare.make("set-up").returncode == 0
    assert any("python3-venv" in call for call in bare.calls) is not enough


def test_failed_system_package_says_so(bare: Machine) -> None:
    bare.add("id", "#!/bin/sh\necho 0\n")
    result = bare.make("set-up", APT_FAILS="yes")
    assert result.returncode == 2
    assert "系统软件没有装成，请检查网络和软件源后重新运行：python3-venv" in result.stderr


def test_without_apt_get_the_missing_software_is_named(bare: Machine) -> None:
    (bare.bin / "apt-get").unlink()
    result = bare.make("set-up")
    assert result.returncode == 2
    assert "缺少以下软件，请用本机的软件包管理器安装后再试：python3-venv" in result.stderr


def test_tests_want_a_browser_and_chinese_fonts(ready: Machine) -> None:
    ready.add("id", "#!/bin/sh\necho 1000\n")
    result = ready.make("test")
    assert result.returncode == 2
    command = result.stderr.splitlines()[1]
    assert {"chromium", "fontconfig", "fonts-noto-cjk"} <= set(command.split())
    assert "python3-venv" not in command


def test_occupied_port_is_named_with_a_way_out(ready: Machine, occupied_port: int) -> None:
    result = ready.make("serve", f"PORT={occupied_port}")
    assert result.returncode == 2
    assert f"端口 {occupied_port} 已被其他程序占用" in result.stderr
    suggestion = re.search(r"make serve PORT=(\d+)", result.stderr)
    assert suggestion
    assert ready.make("serve", suggestion[0].split()[-1]).returncode == 0


@pytest.mark.parametrize("port", ["0", "65536", "-1", "八千", "80 80", ""])
def test_impossible_port_is_refused(ready: Machine, port: str) -> None:
    result = ready.make("serve", f"PORT={port}")
    assert result.returncode == 2
    assert f"端口应为 1 至 65535 的整数，现为“{port}”" in result.stderr
    assert ready.calls == []


def test_serve_prints_its_address_and_listens_there(ready: Machine, occupied_port: int) -> None:
    free = re.search(r"PORT=(\d+)", ready.make("serve", f"PORT={occupied_port}").stderr)
    assert free
    result = ready.make("serve", free[0])
    assert f"请用浏览器打开 http://127.0.0.1:{free[1]}/ " in result.stdout
    assert ready.calls == [f"mkdocs serve --dev-addr 127.0.0.1:{free[1]}"]


def test_site_is_built_strictly_and_dated_by_the_day(ready: Machine) -> None:
    china = datetime.timezone(datetime.timedelta(hours=8))
    before = datetime.datetime.now(china).date()
    result = ready.make("site", TZ="CST-8")
    after = datetime.datetime.now(china).date()
    assert ready.calls == ["mkdocs build --strict"]
    assert result.stdout.endswith("quiet=1 utf8=1\n")
    epoch = int(result.stdout.split()[0].removeprefix("epoch="))
    built = datetime.datetime.fromtimestamp(epoch, datetime.UTC)
    assert built.time() == datetime.time()
    assert before <= built.date() <= after


def test_a_given_build_date_is_kept(ready: Machine) -> None:
    assert "epoch=86400 " in ready.make("site", SOURCE_DATE_EPOCH="86400").stdout


def test_make_alone_lists_the_commands(bare: Machine) -> None:
    listed = re.findall(r"^make (\w+)\t\S", bare.make().stdout, re.MULTILINE)
    assert listed == ["help", "serve", "site", "check", "test", "bench", "lock", "clean"]


def test_clean_removes_what_make_made(ready: Machine) -> None:
    for name in ("hooks", "tests", "site"):
        (ready.project / name).mkdir()
    (ready.bin / "find").symlink_to(shutil.which("find") or pytest.fail("find is not installed"))
    assert ready.make("clean").returncode == 0
    assert {path.name for path in ready.project.iterdir()} == {
        ".ci", "Makefile", "hooks", "requirements.txt", "tests", "tools",
    }  # fmt: skip


def test_continuous_integration_runs_make_test_and_nothing_else(bare: Machine) -> None:
    bare.add("make-stand-in", '#!/bin/sh\necho "make $*" >> "$LOG"\n')
    (bare.bin / "make").unlink()
    (bare.bin / "make-stand-in").rename(bare.bin / "make")
    (bare.bin / "bash").symlink_to(shutil.which("bash") or pytest.fail("bash is not installed"))
    assert bare.run(str(bare.project / ".ci/run")).returncode == 0
    assert bare.calls == ["make test"]
    assert os.access(ROOT / ".ci/run", os.X_OK)


def locked_packages() -> dict[str, str]:
    """Name → the rest of its entry."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)(==(?:.*\\\n)+.*)$", text, re.MULTILINE))


def test_every_direct_dependency_is_locked_and_has_a_reason() -> None:
    lines = (ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    direct = [re.fullmatch(r"([\w.-]+)\S* +# \S.*", line) for line in lines if line and line[0] != "#"]
    assert all(direct)
    assert {match[1].lower() for match in direct if match} <= locked_packages().keys()


def test_lock_holds_versions_and_hashes_and_no_address() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert not re.search("://|index|host|^#|@", text, re.MULTILINE)
    packages = locked_packages()
    assert len(packages) == text.count("==") - text.count(" == ")
    assert all(re.search("--hash=sha256:[0-9a-f]{64}$", entry) for entry in packages.values())


def test_workflow_is_valid_and_publishes_only_what_passed() -> None:
    path = ROOT / ".github/workflows/check.yml"
    schema = ["--builtin-schema", "vendor.github-workflows"]
    subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *schema, str(path)], check=True, capture_output=True
    )
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    jobs = workflow["jobs"]
    commands = "\n".join(step.get("run", "") for step in jobs["verify"]["steps"])
    for command in (".venv/bin/python hooks check --format github", "make test", "make site"):
        assert command in commands
    assert "continue-on-error" not in path.read_text(encoding="utf-8")
    assert jobs["publish"]["needs"] == "verify"
    assert workflow["permissions"] == {}
    assert jobs["verify"]["permissions"] == {"contents": "read"}


def test_every_ignored_rule_has_a_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lint = tomllib.loads(text)["tool"]["ruff"]["lint"]
    ignored = [*lint["ignore"], *(rule for rules in lint["per-file-ignores"].values() for rule in rules)]
    unexplained = [rule for rule in ignored if not re.search(rf'^ +"{rule}", +# \S', text, re.MULTILINE)]
    assert ignored
    assert unexplained == []
