namespace BranchQuarter.DataGenerator;

/// <summary>One of the export's files; the column lists are those of data/README.md, <c>ver</c> and <c>seq</c> stand behind them.</summary>
internal sealed class ExportFile
{
    public static readonly ExportFile Agents = new("agents.csv", "emp_no,name,join_date,leave_date,licence_no,licence_from,licence_to,reward_pref");
    public static readonly ExportFile OrgHistory = new("org_history.csv", "row_id,emp_no,team,grade,role,valid_from,valid_to");
    public static readonly ExportFile Customers = new("customers.csv", "cust_no,name,owner_emp_no,segment,time_zone,marketing_ok,refused_on,created_on");
    public static readonly ExportFile Stages = new("opportunity_stages.csv", "row_id,opp_no,emp_no,cust_no,stage,product,expected_premium,entered_on");
    public static readonly ExportFile Activities = new("activities.csv", "act_no,emp_no,cust_no,opp_no,type,channel,result,start_time,minutes");
    public static readonly ExportFile Policies = new("policies.csv", "pol_no,emp_no,cust_no,product,pay_years,annual_premium,submitted_on,issued_on,effective_on");
    public static readonly ExportFile PolicyEvents = new("policy_events.csv", "row_id,pol_no,event,event_date");
    public static readonly ExportFile Premiums = new("premiums.csv", "row_id,pol_no,kind,policy_year,due_date,booked_on,amount");
    public static readonly ExportFile Training = new("training.csv", "row_id,emp_no,course,topic,hours,passed,date");
    public static readonly ExportFile Feedback = new("feedback.csv", "row_id,emp_no,cust_no,kind,score,date");
    public static readonly ExportFile Market = new("market.csv", "row_id,market,indicator,month_end,value");

    /// <summary>In the order in which the CRM numbers rows of one moment.</summary>
    public static readonly IReadOnlyList<ExportFile> All =
        [Agents, OrgHistory, Customers, Activities, Stages, Policies, Premiums, PolicyEvents, Training, Feedback, Market];

    private readonly string[] _columns;

    private ExportFile(string name, string columns)
    {
        Name = name;
        _columns = columns.Split(',');
        Header = columns + ",ver,seq";
    }

    public string Name { get; }

    public string Header { get; }

    public int ColumnCount => _columns.Length;

    public int IndexOf(string column)
    {
        int index = Array.IndexOf(_columns, column);
        return index >= 0 ? index : throw new ArgumentException($"{Name} has no column {column}.", nameof(column));
    }
}
