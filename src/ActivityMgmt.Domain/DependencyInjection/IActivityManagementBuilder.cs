using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Domain;

/// <summary>Collects what a host plugs in. Each package adds its own <c>Add…</c> and <c>Use…</c> extensions; none knows the others.</summary>
public interface IActivityManagementBuilder
{
    /// <summary>The host's services.</summary>
    IServiceCollection Services { get; }
}
