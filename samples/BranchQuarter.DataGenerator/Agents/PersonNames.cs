namespace BranchQuarter.DataGenerator;

/// <summary>Plausible names of nobody.</summary>
internal static class PersonNames
{
    private static readonly string[] Surnames =
    [
        "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗",
        "郑", "梁", "谢", "宋", "唐", "许", "韩", "冯", "邓", "曹", "彭", "曾", "萧", "田", "董", "潘", "袁", "蔡", "蒋", "余",
        "叶", "杜", "苏", "魏", "程", "吕", "丁", "沈", "任", "姚", "卢", "傅", "钟", "姜", "崔", "谭", "廖", "范", "汪", "陆",
    ];

    private static readonly string[] First =
    [
        "文", "志", "晓", "雅", "建", "国", "春", "丽", "海", "明", "思", "子", "欣", "俊", "雨", "秀", "永", "佳", "天", "慧",
        "立", "美", "家", "梓", "振", "红", "玉", "少", "静", "宏", "淑", "启", "润", "以", "若", "景", "书", "清", "兰", "承",
    ];

    private static readonly string[] Second =
    [
        "华", "强", "敏", "军", "芳", "平", "辉", "婷", "杰", "涛", "娟", "洁", "斌", "宁", "琳", "峰", "燕", "超", "磊", "颖",
        "霞", "波", "凯", "雯", "鹏", "瑶", "轩", "怡", "航", "梅", "安", "成", "媛", "远", "彤", "毅", "琪", "松", "蓉", "然",
    ];

    public static string For(string stream)
    {
        Dice dice = Dice.For(stream + "/name");
        string surname = dice.Pick(Surnames);
        return dice.Chance(180) ? surname + dice.Pick(Second) : surname + dice.Pick(First) + dice.Pick(Second);
    }
}
