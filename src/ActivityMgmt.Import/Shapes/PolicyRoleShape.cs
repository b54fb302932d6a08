namespace ActivityMgmt.Import;

internal static class PolicyRoleShape
{
    private static readonly CodeType Roles = new(
        ("seller", PolicyRole.Seller),
        ("servicer", PolicyRole.Servicer),
        ("payee", PolicyRole.Payee),
        ("persistency-owner", PolicyRole.PersistencyOwner),
        ("applicant", PolicyRole.Applicant),
        ("insured", PolicyRole.Insured),
        ("beneficiary", PolicyRole.Beneficiary));

    public static FactShape Shape { get; } = new()
    {
        Name = "policy-role",
        Kind = FactKind.PolicyRole,
        Fields =
        [
            FactField.Policy(),
            new("role", Roles),
            FactField.Agent().Optional(),
            FactField.Customer(),
            new("share", RangeType.Share, IsRequired: false),
            FactField.Flag("isByHandover").Optional(),
            FactField.Date("date"),
            FactField.Date("until").Optional(),
        ],
        Make = (row, origin) => new PolicyRoleFact
        {
            Origin = origin,
            Date = row.Date("date"),
            Policy = new(row.Text("policy")),
            Role = row.Code<PolicyRole>("role"),
            Agent = row.AgentOrNone("agent"),
            Customer = row.CustomerOrNone(),
            Share = row.DecimalOrNone("share"),
            IsByHandover = row.FlagOrNone("isByHandover") ?? false,
            Until = row.DateOrNone("until"),
        },
    };
}
