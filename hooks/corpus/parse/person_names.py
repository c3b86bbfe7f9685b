"""Where prose writes what looks like a person's full name: 王建国 is one, 张某 and 甲 are none.

Chinese has no word breaks, so a surname and one or two characters that are usual in given names
count only beside something that says a person is meant: a role before or after them, or a verb of
speech or act after them. A name that is missed costs less than a false alarm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.text.source import Span

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董潘袁于蒋蔡余杜叶程苏魏吕"
    "任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
    "覃武戴莫孔汤温康施文牛樊葛邢安齐伍庞颜倪庄聂章鲁岳翟殷詹申耿关焦俞左柳甘祝宁尚舒阮柯纪梅童常季"
    "凌毕裴霍涂苗盛曲翁冉骆游靳柴鲍喻祁蒲滕饶牟艾尤穆卓缪简娄窦戚岑景费冷晏卫柏瞿桂佟臧闵苟邬薄辛"
    "卞姬仇栾隋刁荣桑甄丛仲虞敖巩佘苑迟邝匡鞠荆郁褚燕楚鄢劳谌冼蔺盘谷芦寇洪赖乔兰丰管符"
)
"""Common ones, but for those that mostly are other words (时 和 向 成 国) and the mask 丁."""
_SURE = "王李张刘赵吴郭郑谢冯邓曹彭袁蒋蔡徐"
"""Surnames that hardly ever begin another word."""
_DOUBLE = "欧阳|司马|上官|诸葛|司徒|尉迟|公孙|慕容|令狐|皇甫|端木|夏侯|宇文|呼延"
_PLAIN = (
    "伟强磊军洋勇杰涛明超刚平辉鹏斌波峰飞浩健建志国华文海东林宏俊宇晨旭亮龙兵凯鑫博永福荣贵旺宝柱祥瑞"
    "庆胜毅坚诚忠良德义仁礼智贤达康安宁泰兴隆茂松柏森楠桐栋梁材芳娜敏静丽艳秀霞桂英兰梅玉珍红玲燕娟"
    "萍莉雪云琴琳琪瑶瑾慧蕾薇莹颖倩洁婷婉妮媛嫣婧嘉佳怡欣悦雅雯雨露晶芬芝芸芹菊莲蓉蓓蕊菲菁茜茹荷萌"
    "翠凤彬彪炳灿煜炜焕烨熙勋铭锋锐钧钢铁钰锦铮锡钦珂珊玮璐璇琦珏珠环瑜琼淑惠贞娴娥娇妍姗妹秋夏冬春"
    "辰昊昕晖晓晗晴景曦朋朝枫楚榕江湖涵淼湘润淳滨澄澜瀚泓洪泽沛泉津沙溪岩岳岚峻崇嵩川山虎鹰鹤鸣麟骏"
    "骥驰翔翰翼耀堂奎魁培奇奕彦彤影帅希庭廷弘恒振挺斐斯昆启君咏哲善圣宗宪寅宸尧尚洲济深渝渊灏焱爱牧"
    "献玄琨睿祖祝禄秉穗紫纬纯绍绪绮缨耘聪肃臻舒航艺芙芷苏苑范荔莎萱葵蒙蓝蔚虹融裕誉诗谊谋谦赞赫轩逊"
    "遥邦钟铃闯雁雄雷霄霖震霏青靖韬韵音韶颂飒馨鲁鹃黎仪伦伯侠俪儒兆凌凡卓坡墨妙孝孟宾寿丹乾京亨佑佩"
    "沁祺霜衡彰迪琛汉卿武鸿昭臣碧孙仲若梦豪星敦银扬晋谷棠龄慎捷毓铸铎豫劲宽炎逸泳励恺钊铨梓诺沐芮妤"
    "玥花娣姣栓锤"
)
_LIGHT = (
    "一三万久乐书业中为之予亚人今令以会传作信全公共其典农初利力加北千南印原可和品喜园声多大天夫好如子"
    "存学守定富小少左常年广张心思才承政方日时有本来正水民汝清源满率理生用甫甜益真知石科积程竞笑策素"
    "经纪维群耕育自语越载辅运进远连道遵长依顺白香增征代保先元克冠冰勤化升卫友基城均威彩怀恩悟敬昌显"
    "普权根树繁风双发立月高新家士然西阳跃起丰金成光世剑继延"
)
"""Given characters that make a name only beside a plain one: alone they mostly are other words."""
_WORDS = (
    "万宝豪一世元全千国宁安年方民达平 丰原富润满沛裕茂 任一用 余元力千年平 何为人以其力如年方日时来用 关东中山心怀西连爱 "
    "冷水静峻 凌晨云 劳作力保军 卫健兵国士星生 史书志学诗 吕梁 吴中江 周一三初全年日朝 唐山朝 季军风 孔子 孟子 "
    "宁夏德海波远静 安乐全利国宁定静逸庆康心泰溪生西阳顺安 宋代朝 尚书可存有义 尤为其 岳阳 左方 常人会山常年德用有来理 "
    "庞大 康健定平德泰熙 彭水泽 徐海 文青书人化印学山广彩明昌本理科艺静风献华 方明城才可士子山志正程知 施以加恩济用惠 "
    "严肃明守峻正宽冬 景宁山德 曲子江艺阳靖 曾明建兴强安平以会先全有为 林业中农海立芝 桂平林花阳 梁山 梅花 "
    "武侠力士安平昌汉清艺德 毕业生露 毛利峰 江景东中北南城宁山水汉津海湖苏西 沈阳城 汪洋 洪江泽湖雅 温和存水江泉润馨 "
    "游乐人园学泳艺 焦作化 牛年 甘心泉肃露 申明城 白玉云人城天山日洋银金花 盘子山锦 盛世京传会大典年泽誉赞 "
    "石龙化子家山景材林泉英墨 祁连 祝福寿祖 秦山朝 童子年心真 章程 简化明洁捷 管乐子家好理用道材 纪元年 舒兰城心 "
    "苏丹北南宁 荆江 荣光华成昌誉立 葛根 薄利荷 许久可多昌诺 谷城子雨 贺信兰年礼喜 谢礼 费力心时用率劲 辛勤 邵武阳 "
    "邹平 郑和 金骏龙光华城子山川年昌星正水沙石秋花融银 钱江 陆军海运良 陈年 雷山达锋雨 韩城国语 范文本 穆斯 莫斯 "
    "罗斯山湖 王国 兰花 于明春夏秋冬年日月其江海湖山川云青宁安康西北南东广京深武汉苏长济石桂兰贵昆成福本清元国庆新初 顾全家 "
    "马力山年来虎龙 高一三中兴利原发品大安声多学尚山峰峻平年延新明水江洁淳深清湖爱贵超达远铁阳雅高龄音材 鲁东中南山西 "
    "黄玉龙山岩平海石花金 黎平明 齐全发国声心 龙华南城山岩川年江泉海湖虎 芦花 隋朝"
)
"""Words that begin like a name: a surname with each of the characters that must not follow it."""
_KNOWN = "毛泽东|周恩来|刘少奇|邓小平|江泽民|胡锦涛|焦裕禄|孔繁森|马克思"
_ROLES = (
    "书记 支书 局长 组长 主任 科长 处长 厅长 部长 县长 市长 区长 镇长 乡长 村长 省长 股长 所长 站长 队长 院长 校长 园长 会长 社长 馆长 "
    "台长 行长 司长 秘书长 董事长 经理 总裁 负责人 法定代表人 法人代表 主席 委员 常委 干部 党员 科员 职员 职工 员工 工人 会计 出纳 秘书 "
    "司机 驾驶员 教师 老师 教授 医生 律师 法官 检察官 民警 村民 居民 农户 群众 业主 老板 商人 企业主 包工头 承包商 承包人 开发商 供应商 "
    "个体户 股东 同学 战友 老乡 朋友 亲戚 下属 部下 同事 妻子 丈夫 爱人 儿子 女儿 父亲 母亲 哥哥 弟弟 姐姐 妹妹 侄子 侄女 外甥 女婿 岳父 "
    "岳母 情人 同志 先生 女士 学生 工程师 举报人 当事人 嫌疑人 被告人 中间人 名叫 姓名"
)
_TITLES = (
    "同志 先生 女士 小姐 同学 老师 夫妇 夫妻 师傅 书记 副书记 支书 局长 副局长 组长 主任 副主任 科长 副科长 处长 副处长 厅长 部长 县长 "
    "副县长 市长 副市长 区长 镇长 副镇长 乡长 村长 所长 站长 队长 院长 校长 会长 馆长 行长 秘书长 董事长 经理 总经理 老板 教授 医生 律师"
)
_ACTS = (
    "说 表示 认为 承认 交代 供述 坦白 辩称 声称 自称 要求 提出 提议 回答 答应 答复 解释 强调 否认 收受 收下 收取 收到 索取 索要 接受 贪污 "
    "侵占 挪用 套取 骗取 虚报 虚列 利用 伙同 违反 违规 送给 送来 拿到 打电话 找到 签字 批示 默许 授意 指使 安排 退还 上交 主动 受到 被查 "
    "被立案 被举报 被处分 被诫勉 被免职 被开除 多次 先后 当场 任职 担任"
)


def _any(words: str) -> str:
    return f"(?:{words.replace(' ', '|')})"


_GIVEN = f"[{_PLAIN}{_LIGHT}]"
_WORD = "|".join([_KNOWN, *(f"{word[0]}[{word[1:]}]" for word in _WORDS.split())])
_SURNAME = f"(?!{_WORD})(?:{_DOUBLE}|[{_SURNAMES}])(?!{_any(_TITLES)})"
_SHORT = f"{_SURNAME}[{_PLAIN}]"
_LONG = f"{_SURNAME}(?:[{_PLAIN}]{_GIVEN}|{_GIVEN}[{_PLAIN}]|(?<=[{_SURE}]){_GIVEN}{{2}})"
_HAN = "\u4e00-\u9fff"
_START = f"(?:^|(?<=[^{_HAN}]))"
_AFTER_WORD = f"(?:{_START}|(?<=[由被向对给与和让叫把请找替跟是而但且并后到了]))"
_NEXT = (
    "的和与及等在向对把将被因从为到是也又说称问答让叫请给找跟同由以于还就都却才已曾未不没先后再并或利收送借拿签批承认"
    "表交供指解回打接受贪挪违伙参出主负分担任涉陪组擅开"
)
_END = f"(?=[^{_HAN}×]|$|[{_NEXT}])"
_CUES = (
    re.compile(rf"{_any(_ROLES)}[：:（(]?(?P<name>{_LONG}(?![某市县省镇乡村路街河厂])|{_SHORT}{_END})"),
    re.compile(rf"(?P<name>{_LONG}|{_AFTER_WORD}{_SHORT})(?={_any(_TITLES)})"),
    re.compile(rf"{_AFTER_WORD}(?P<name>{_LONG}|{_SHORT})(?={_any(_ACTS)})"),
    re.compile(rf"{_START}(?P<name>{_LONG})(?=[在把将向对与和被于从让因给的])"),
)


def find_names(text: str) -> Iterator[Span]:
    """The names in `text`, in order; of two that overlap, the one that begins first."""
    end = 0
    for span in sorted({Span(*match.span("name")) for cue in _CUES for match in cue.finditer(text)}):
        if span.start >= end:
            yield span
            end = span.end
