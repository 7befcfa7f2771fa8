import CKernels

/// Levels of the processor's vector units that the loops of this module and of `Sampling` are compiled for, ascending.
///
/// Levels with fused multiply-add differ from the portable one in the last bits.
public enum VectorLevel: Int32, CaseIterable, Sendable, Comparable {
    /// Any processor.
    case portable = 0
    /// x86-64 with AVX2 and FMA.
    case avx2 = 1
    /// x86-64 with AVX-512 (F, DQ, VL, BW).
    case avx512 = 2

    /// As people call it.
    public var name: String {
        switch self {
        case .portable: "none used (portable loops)"
        case .avx2: "AVX2"
        case .avx512: "AVX-512"
        }
    }

    /// Less advanced come first.
    public static func < (a: VectorLevel, b: VectorLevel) -> Bool { a.rawValue < b.rawValue }

    /// The highest level that this processor and build have.
    public static var highest: VectorLevel { VectorLevel(rawValue: ckernels_highest_level())! }

    /// The level in use: the highest, unless another was taken.
    public static var current: VectorLevel { VectorLevel(rawValue: ckernels_level())! }

    /// Takes a level for the whole process.
    ///
    /// - Precondition: the processor has it, and no loop runs on another thread.
    public static func use(_ level: VectorLevel) {
        precondition(level <= highest, "\(level) is not available here")
        ckernels_use_level(level.rawValue)
    }
}
