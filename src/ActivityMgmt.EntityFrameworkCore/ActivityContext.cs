using Microsoft.EntityFrameworkCore;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>The tables that are read and written row by row. Facts go through <see cref="FactTable"/>; a test keeps model and schema scripts together.</summary>
internal sealed class ActivityContext(DbContextOptions<ActivityContext> options) : DbContext(options)
{
    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<DocumentRow> Documents => Set<DocumentRow>();

    public DbSet<AggregateRow> Aggregates => Set<AggregateRow>();

    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<EventDeliveryRow> EventDeliveries => Set<EventDeliveryRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => RecordModel.Convert(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DeliveryRow>(row =>
        {
            row.ToTable("deliveries").HasKey(d => d.Id);
            row.Property(d => d.Id).HasColumnName("id");
            row.Property(d => d.Tenant).HasColumnName("tenant");
            row.Property(d => d.Source).HasColumnName("source");
            row.Property(d => d.Name).HasColumnName("name");
            row.Property(d => d.DeliveredOn).HasColumnName("delivered_on");
            row.Property(d => d.Sequence).HasColumnName("sequence");
        });
        modelBuilder.Entity<PersonRow>(row =>
        {
            row.ToTable("people").HasKey(p => new { p.Tenant, p.Kind, p.Id });
            row.Property(p => p.Tenant).HasColumnName("tenant");
            row.Property(p => p.Kind).HasColumnName("kind");
            row.Property(p => p.Id).HasColumnName("id");
            row.Property(p => p.Name).HasColumnName("name");
            row.Property(p => p.DeliveredOn).HasColumnName("delivered_on");
            row.Property(p => p.Delivery).HasColumnName("delivery");
        });
        modelBuilder.Entity<DocumentRow>(row =>
        {
            row.ToTable("documents").HasKey(d => new { d.Tenant, d.Kind, d.Id, d.Version });
            row.Property(d => d.Tenant).HasColumnName("tenant");
            row.Property(d => d.Kind).HasColumnName("kind");
            row.Property(d => d.Id).HasColumnName("id");
            row.Property(d => d.Version).HasColumnName("version");
            row.Property(d => d.EffectiveFrom).HasColumnName("effective_from");
            row.Property(d => d.EffectiveTo).HasColumnName("effective_to");
            row.Property(d => d.FileName).HasColumnName("file_name");
            row.Property(d => d.Text).HasColumnName("text");
            row.Property(d => d.Hash).HasColumnName("hash");
        });
        modelBuilder.Entity<AggregateRow>(row =>
        {
            row.ToTable("aggregates").HasKey(a => new { a.Tenant, a.Type, a.Key });
            row.Property(a => a.Tenant).HasColumnName("tenant");
            row.Property(a => a.Type).HasColumnName("type");
            row.Property(a => a.Key).HasColumnName("key");
            row.Property(a => a.Partition).HasColumnName("partition");
            row.Property(a => a.Token).HasColumnName("token").IsConcurrencyToken();
            row.Property(a => a.ContentFormat).HasColumnName("content_format");
            row.Property(a => a.Content).HasColumnName("content");
        });
        modelBuilder.Entity<EventRow>(row =>
        {
            row.ToTable("events").HasKey(e => new { e.Tenant, e.Sequence });
            row.Property(e => e.Tenant).HasColumnName("tenant");
            row.Property(e => e.Sequence).HasColumnName("sequence");
            row.Property(e => e.ContentFormat).HasColumnName("content_format");
            row.Property(e => e.Content).HasColumnName("content");
        });
        modelBuilder.Entity<EventDeliveryRow>(row =>
        {
            row.ToTable("event_deliveries").HasKey(d => new { d.Tenant, d.Subscriber });
            row.Property(d => d.Tenant).HasColumnName("tenant");
            row.Property(d => d.Subscriber).HasColumnName("subscriber");
            row.Property(d => d.Sequence).HasColumnName("sequence");
        });
        RecordModel.Map<AuditRecord>(modelBuilder, "audit_records");
        RecordModel.Map<GoalRecord>(modelBuilder, "goal_records");
        RecordModel.Map<PlanRecord>(modelBuilder, "plan_records");
        RecordModel.Map<CheckpointRecord>(modelBuilder, "checkpoint_records");
        RecordModel.Map<EvaluationRecord>(modelBuilder, "evaluation_records");
        RecordModel.Map<WeekRecord>(modelBuilder, "week_records");
    }
}
