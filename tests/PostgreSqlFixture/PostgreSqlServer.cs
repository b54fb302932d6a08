using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace PostgreSqlFixture;

/// <summary>One PostgreSQL for the whole test run: in a temporary folder, on a free port of the loopback, with a random password; gone at the end of the run.</summary>
internal sealed class PostgreSqlServer
{
    private static readonly Lazy<Task<PostgreSqlServer>> Shared = new(StartAsync);
    private readonly NpgsqlConnectionStringBuilder _settings;
    private int _databases;

    private PostgreSqlServer(NpgsqlConnectionStringBuilder settings) => _settings = settings;

    /// <summary>The server of this run, started when it is first asked for.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it doesn't start.</exception>
    public static Task<PostgreSqlServer> RunningAsync() => Shared.Value;

    /// <summary>Creates an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(_settings.ConnectionString) { Database = name }.ConnectionString;
    }

    /// <summary>Removes a database, whoever is still connected.</summary>
    public async Task DropDatabaseAsync(string connectionString)
    {
        using (var pooled = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        await ExecuteAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_settings.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // Names made here.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        if (PostgreSqlBinaries.Missing is { } missing)
        {
            throw new InvalidOperationException(missing);
        }

        // Somebody else may take the port between looking and using it.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await StartAsync(FreePort(), RandomNumberGenerator.GetHexString(32));
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
            }
        }
    }

    private static async Task<PostgreSqlServer> StartAsync(int port, string password)
    {
        var said = new StringBuilder();
        var process = Launch(port, said);
        await process.StandardInput.WriteLineAsync(password);
        await process.StandardInput.FlushAsync();
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = port, Username = "test", Password = password, Database = "postgres", Timeout = 5, IncludeErrorDetail = true,
        };
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(settings.ConnectionString);
                await connection.OpenAsync();
                return new(settings);
            }
            catch (Exception e) when (e is NpgsqlException or SocketException)
            {
                if (process.HasExited || patience.Elapsed > TimeSpan.FromMinutes(2))
                {
                    process.StandardInput.Close();
                    lock (said)
                    {
                        throw new InvalidOperationException($"PostgreSQL did not start. {said}", e);
                    }
                }

                await Task.Delay(100);
            }
        }
    }

    private static Process Launch(int port, StringBuilder said)
    {
        using var reader = new StreamReader(typeof(PostgreSqlServer).Assembly.GetManifestResourceStream("serve.sh")!);
        string[] shell = ["/bin/sh", "-c", reader.ReadToEnd(), "serve", PostgreSqlBinaries.Folder!, port.ToString(System.Globalization.CultureInfo.InvariantCulture)];

        // initdb refuses to run as root; Debian's package brings a user for it.
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/",
            },
        };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        // The end of the input stops the server; the run waits for it, so that nothing is left behind.
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            NpgsqlConnection.ClearAllPools();
            process.StandardInput.Close();
            process.WaitForExit(TimeSpan.FromSeconds(20));
        };
        return process;

        void Hear(string? line)
        {
            lock (said)
            {
                // Enough to say why it didn't start.
                if (line is not null && said.Length < 4000)
                {
                    said.AppendLine(line);
                }
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
