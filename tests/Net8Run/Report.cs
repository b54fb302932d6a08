using Xunit.Abstractions;

namespace Net8Run;

/// <summary>Counts what xunit tells about a run and prints the failures.</summary>
internal sealed class Report : LongLivedMarshalByRefObject, IMessageSink, IDisposable
{
    private readonly AutoResetEvent _assemblyFinished = new(false);

    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public int Skipped { get; private set; }

    public void WaitForTheEndOfTheAssembly() => _assemblyFinished.WaitOne();

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestPassed:
                Passed++;
                break;
            case ITestSkipped:
                Skipped++;
                break;
            case ITestFailed failed:
                Fail(failed.Test.DisplayName, failed);
                break;
            case IErrorMessage error:
                Fail("outside of a test", error);
                break;
            case ITestAssemblyCleanupFailure or ITestCollectionCleanupFailure or ITestClassCleanupFailure
                or ITestMethodCleanupFailure or ITestCaseCleanupFailure or ITestCleanupFailure:
                Fail("cleanup", (IFailureInformation)message);
                break;
            case ITestAssemblyFinished:
                _assemblyFinished.Set();
                break;
        }

        return true;
    }

    public void Dispose() => _assemblyFinished.Dispose();

    private void Fail(string what, IFailureInformation failure)
    {
        Failed++;
        Console.WriteLine($"  Failed {what}");
        for (var i = 0; i < failure.Messages.Length; i++)
        {
            Console.WriteLine($"    {failure.ExceptionTypes[i]}: {failure.Messages[i]}\n{failure.StackTraces[i]}");
        }
    }
}
