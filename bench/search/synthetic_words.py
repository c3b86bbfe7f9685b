"""Names, things and sentences for the synthetic site: all invented."""

from __future__ import annotations

PLACE_STARTS = tuple("云青白石金东南清平安河山林泉溪柳松竹梅桥湖沙高长永宁丰和兴隆")
PLACE_ENDS = ("县", "镇", "乡", "街道", "区")
FIRMS = tuple("宏远达盛泰华鑫瑞恒昌信诚嘉德广源福茂祥辉")
TRADES = ("建材", "餐饮", "园林", "物流", "药业", "科技", "运输", "装饰", "劳务", "测绘")
OFFICES = (
    "水利站", "卫生院", "自然资源所", "中心小学", "财政所", "民政办", "农机站", "执法队", "供销社", "文化馆",
    "敬老院", "粮库", "交警中队", "林业站", "统计站", "村委会", "居委会", "公路段", "审批大厅", "气象站",
)  # fmt: skip
POSTS = (
    "站长", "所长", "主任", "会计", "出纳", "副主任", "队长", "党支部书记", "科员", "校长", "院长", "保管员",
)  # fmt: skip
OBJECTS = (
    "加油卡", "茶叶", "土特产", "购物卡", "蟹券", "月饼票", "电子红包", "名贵木材", "手表", "健身卡", "书画",
    "海鲜礼盒", "白酒", "羊绒衫", "旅游门票", "温泉票", "按摩椅", "手机", "装修款", "学费", "课时费", "停车费",
    "物业费", "过路费", "装裱费", "种子款", "饲料", "水泥", "苗木", "电缆", "井盖", "药品", "校服", "课桌",
    "粮票", "柴油", "救灾帐篷", "低保金", "危房补助", "抚恤金", "公益岗工资", "普查劳务费", "培训费", "工会会费",
)  # fmt: skip
SUBJECTS = (
    "公务用车", "办公用房", "接待", "津贴", "采购", "招标", "档案", "印章", "差旅", "会议", "培训", "出国",
    "值班", "请假", "兼职", "仓库", "工会", "食堂", "村务", "补贴", "低保", "征地", "信访", "督查", "考核",
)  # fmt: skip
HEADS = (
    "收下老板的", "用公款买", "冒领", "私分", "虚报", "侵占", "挪用", "替亲属要", "在节前送出", "拿走仓库里的",
)  # fmt: skip
FACTS = (
    "{year}年{month}月，{place}{office}{post}收下{firm}送的{thing}，折合{sum}元。",
    "{place}{office}把{sum}元{thing}记在{subject}的账上，由{firm}开票。",
    "{firm}想要{place}的{subject}项目，先后{count}次给{post}送{thing}。",
    "到{year}年{month}月，{place}{office}共领{thing}{count}份，值{sum}元，没有一份登记。",
    "{post}说{thing}是亲戚给的，{firm}的账上却记着“{place}{subject}”。",
    "{place}纪委查{subject}时，看到{count}张{thing}的票，都是{firm}的。",
    "{office}{post}把{thing}交给{place}{office}保管，{count}天后又要了回去。",
    "{place}规定，{subject}不得收{thing}；{office}{post}在{year}年{month}月签过承诺书。",
    "群众举报{place}{office}的{thing}少了{count}件，{post}拿{subject}的钱补上{sum}元。",
    "{firm}的老板替{post}付了{sum}元{thing}，记作{subject}的开支。",
)
