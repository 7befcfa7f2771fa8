import ArgumentParser
import CSV
import Glibc
import Goals
import InputOutput
import Ledger
import LinearAlgebra
import Panels
import Projection
import Reporting
import Scenarios
import XLSX

/// Turns an error into its message on standard error and its exit code.
enum Failure {
    static let usage = ExitCode(64)
    static let badInput = ExitCode(65)
    static let internalError = ExitCode(70)
    static let fileSystem = ExitCode(74)

    /// Runs `body`; every error leaves by the code of its class.
    ///
    /// - Parameter scenario: named before errors that do not name a file themselves.
    static func reporting<Result>(_ scenario: String? = nil, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as ExitCode {
            throw error
        } catch let error as ValidationError {
            Terminal.writeError("Error: \(error.message)")
            throw usage
        } catch let error as ScenarioError {
            Terminal.writeError(error.description)
            let count = error.diagnostics.count { $0.severity == .error }
            Terminal.writeError("\(counted(count, "error")); nothing was written")
            throw badInput
        } catch let error as PanelFileError {
            try refuse("\(error)")
        } catch let error as CSVError {
            try refuse("\(error)")
        } catch let error as PartFileError {
            try refuse("\(error)")
        } catch let error as OutputError {
            Terminal.writeError("Error: \(error)")
            throw error.isUsageError ? usage : fileSystem
        } catch {
            #if Workbook
                if let error = error as? XLSXError { try refuse(error) }
            #endif
            Terminal.writeError("\(scenario.map { $0 + ": " } ?? "Error: ")\(error)\n1 error; nothing was written")
            // What the model refuses follows from the scenario's numbers; anything else is a mistake of ours.
            let fromInput =
                error is ModelError || error is LearningError || error is BaseYearError || error is TableError
                || error is AnalysisError || error is LeontiefError || error is RASError || error is LinearAlgebraError
                || error is PanelError || error is LedgerError || error is ShardError
            throw fromInput ? badInput : internalError
        }
    }

    #if Workbook
        private static func refuse(_ error: XLSXError) throws -> Never {
            switch error {
            case .noLibrary(let name):
                Terminal.writeError(
                    "Error: --xlsx needs \(name), which is not on this machine (Debian: the package of "
                        + "libxlsxwriter-dev brings it); install it, or run without --xlsx.")
                throw usage
            case .noTemporaryFile(let code):
                Terminal.writeError(
                    "Error: no room for the workbook while it is made: \(String(cString: strerror(code)))")
                throw fileSystem
            case .refused(let code):
                // Numbers of the library below 10 are of files: it found no room for a part.
                Terminal.writeError(
                    "Error: libxlsxwriter could not make the workbook (its error \(code)); is there room in "
                        + "\(Terminal.environment("TMPDIR") ?? "/tmp")?")
                throw code < 10 ? fileSystem : internalError
            }
        }
    #endif

    /// For an error that names its file itself.
    private static func refuse(_ message: String) throws -> Never {
        Terminal.writeError("\(message)\n1 error; nothing was written")
        throw badInput
    }
}

/// `1 error`, `2 errors`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
