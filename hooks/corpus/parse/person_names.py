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
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁于蒋蔡余杜叶程苏魏吕"
    "任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严"
    "覃武戴莫孔汤温康施文牛樊葛邢安齐伍庞颜倪庄聂章鲁岳翟殷詹申耿关焦俞左柳甘祝宁尚舒阮柯纪梅童"
    "凌毕裴霍涂苗盛曲翁冉骆游靳柴鲍喻祁蒲滕饶牟艾尤穆卓缪简娄窦戚岑景费冷晏卫米柏瞿桂佟臧闵苟邬"
    "卞姬仇栾隋刁荣桑甄丛仲虞敖巩佘苑迟邝匡鞠荆郁褚燕楚鄢劳谌冼蔺盘谷芦寇洪赖乔兰丰管"
)
"""Common ones, but for those that mostly are other words (时 和 向 成 国) and the mask 丁."""
_DOUBLE = "欧阳|司马|上官|诸葛|司徒|尉迟|公孙|慕容|令狐|皇甫|端木|夏侯|宇文|呼延"
_GIVEN = (
    "伟强磊军洋勇杰涛明超刚平辉鹏斌波峰飞浩健建志国华文斌海东林宏俊宇晨旭亮龙兵凯鑫博永福荣贵发旺根宝柱"
    "祥瑞庆胜利毅坚诚忠良德义仁礼智贤达康安宁泰顺昌兴隆繁茂松柏树森楠桐栋梁材芳娜敏静丽艳秀霞桂英兰梅"
    "玉珍红玲燕娟萍莉雪云琴琳琪瑶瑾慧蕾薇莹颖倩洁婷婉妮媛嫣婧嘉佳怡欣悦雅雯雨露晶芬芝芸芹菊莲蓉蓓蕊"
    "菲菁茜茹荷萌翠凤彬彪炳灿煜炜焕烨熙勋铭锋锐钧钢铁钰锦铮锡钦珂珊玮璐璇琦珏珠环瑜琼淑惠贞娴娥娇妍姗"
    "妹秋夏冬春辰昊昕晖晓晗晴景曦朋朝枫楚榕江河湖涵淼清湘润淳滨澄澜瀚泓洪泽沛泉津沙源溪岩岳岚峻崇嵩"
    "川山石虎鹰鹤鸣麟骏骥驰翔翰翼耀堂奎魁培基城均坤奇奕威彦彤影帅希庭廷弘彩怀恒恩悟振挺敬斐斯昆启君"
    "吉咏哲善圣宗宜宪寅宸守尧尚承政显普权权楷民汝洲济深渝渊满灏焱爱牧献玄率理生用田甫甜益睿知祖祝禄秉科"
    "积程穗竞笑策简紫纪纬纯绍绪绮维缨群耘耕聪肃育臻自舒航良艺芙芷苏苑范荔莎萱葵蒙蓝蔚虹融裕誉诗谊谋"
    "谦赞赫起超越轩载辅运连述逊遥遵邦金钟铃闯雁雄雷霄霖震霏青靖韬韵音韶颂风飒香馨鲁鹃黎"
    "仪伦伯传侠信修俪儒元克兆光冠冰凌凡利勤化升卓卫双友启坡墨士壮声多天夫好如妙子存孝孟学宏定宾寿小左巨"
    "世丰丹为之书乾京亨亭人今代令以会作佑佩健先共其典农初力加北千印品喜园圆新方正有本来水长成中大一才业开"
    "进思全时月日可立保心沁祺琨霜衡岱征常张延彰迪远道"
)
_LIGHT = "一大小天中长成有正新方先元全时光子之人才为业本开来自学世千水月日会如化加好多可其立利力心爱金共用生发人北以今令知政保定民起科农品平安明理文"
"""Given characters that make a name only beside another one."""
