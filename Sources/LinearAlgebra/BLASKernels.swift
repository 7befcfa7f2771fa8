import CKernels
import COpenBLAS

/// Which processor's kernels OpenBLAS runs. It picks them when it is loaded, by the model of the processor; a build that is
/// older than the processor takes the oldest there are, which run large products three times slower.
public enum BLASKernels {
    /// The kernels' processor, e.g. `Haswell`.
    public static let name = openblas_get_corename().map { String(cString: $0) } ?? "unknown"

    /// The processor to name in `OPENBLAS_CORETYPE` where OpenBLAS runs kernels without AVX2 on one that has it; nil
    /// elsewhere.
    public static var better: String? { better(than: name, level: Int(ckernels_highest_level())) }

    /// - Parameter level: of the vector units, as `CKernels` numbers them.
    package static func better(than name: String, level: Int) -> String? {
        let wide = wideNames + ["Haswell", "Zen", "Excavator"]
        guard level >= CKERNELS_AVX2, !wide.contains(name) else { return nil }
        return level == CKERNELS_AVX512 ? "SkylakeX" : "Haswell"
    }

    /// Kernels with AVX-512.
    static let wideNames = ["SkylakeX", "Cooperlake", "SapphireRapids"]
}
