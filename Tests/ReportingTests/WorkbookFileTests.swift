import Foundation
import Reporting
import TestSupport
import Testing

@Suite struct WorkbookFileTests {
    /// The end of a zip archive whose only entry, without contents, is the part that names the maker.
    private func archive(checksum: UInt8, comment: Int = 0) -> [UInt8] {
        let name = Array("docProps/custom.xml".utf8)
        let entry: [UInt8] =
            [0x50, 0x4B, 1, 2] + [UInt8](repeating: 0, count: 12) + [checksum, 0, 0, 0] + [0, 0, 0, 0] + [7, 0, 0, 0]
            + [UInt8(name.count), 0] + [UInt8](repeating: 0, count: 16) + name
        let end: [UInt8] =
            [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 12) + [4, 0, 0, 0] + [UInt8(comment), 0]
            + [UInt8](repeating: 0x20, count: comment)
        return [1, 2, 3, 4] + entry + end
    }

    @Test func theMarkIsTheChecksumOfThePartThatNamesTheMaker() {
        #expect(WorkbookMark(archive(checksum: 1)) == WorkbookMark(archive(checksum: 1, comment: 9)))
        #expect(WorkbookMark(archive(checksum: 1)) != WorkbookMark(archive(checksum: 2)))
        #expect(WorkbookMark(archive(checksum: 1)) != nil)
    }

    @Test func whatIsNoWorkbookHasNoMark() {
        for bytes in [[], [1, 2, 3], Array("PK".utf8), [UInt8](repeating: 0x50, count: 100)] {
            #expect(WorkbookMark(bytes) == nil)
        }
        // Cut off, and with places beyond the end.
        let whole = archive(checksum: 1)
        for count in 0..<whole.count {
            #expect(WorkbookMark(Array(whole[..<count])) == nil)
        }
        #expect(WorkbookMark(Array(whole[20...])) == nil)
    }

    @Test func onlyAWorkbookOfOursIsReplaced() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/deep/results.xlsx"
            let (ours, other) = (archive(checksum: 1), archive(checksum: 2))
            try WorkbookFile.write(ours, to: path)
            try WorkbookFile.write(ours + [], to: path)
            #expect(throws: OutputError.foreignWorkbook(path: path)) { try WorkbookFile.write(other, to: path) }
            #expect(throws: OutputError.foreignWorkbook(path: path)) { try WorkbookFile.check(path, mark: nil) }
            #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) == ours)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/deep") == ["results.xlsx"])
        }
    }

    @Test func aDirectoryAndAFileOnTheWayAreNamed() throws {
        try withTemporaryFolder { folder in
            #expect(throws: OutputError.workbookIsDirectory(path: folder)) {
                try WorkbookFile.check(folder, mark: nil)
            }
            try "x".write(toFile: folder + "/file", atomically: true, encoding: .utf8)
            let path = folder + "/file/results.xlsx"
            #expect(throws: OutputError.systemCall(action: .workbook, path: path, code: ENOTDIR)) {
                try WorkbookFile.check(path, mark: nil)
            }
        }
    }

    @Test func aWorkbookAmongOtherResultsIsOneOfTheirFiles() throws {
        try withTemporaryFolder { folder in
            #expect(WorkbookFile.path(folder + "/out/a/b.xlsx", below: folder + "/out") == "a/b.xlsx")
            #expect(WorkbookFile.path(folder + "/other/b.xlsx", below: folder + "/out") == nil)
        }
    }
}
