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
        Contradiction = (row, column) => Whose(row.Code<PolicyRole>("role")) is var (own, other) && !row.Has(own)
            ? (own, Rejections.NobodyInRole(column(own), column("role"), own))
            : row.Has(other)
            ? (other, Rejections.TwoInRole(column(other), column("role"), own))
            : null,
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

    // The field that names who has a role, and the one that must be empty.
    private static (string Own, string Other) Whose(PolicyRole role) =>
        role is PolicyRole.Seller or PolicyRole.Servicer or PolicyRole.Payee or PolicyRole.PersistencyOwner ? ("agent", "customer") : ("customer", "agent");
}
