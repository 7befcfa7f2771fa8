/// A uniform that a quantile function takes: neither 0 nor 1.
public func openUniform(_ value: Double) -> Double { min(max(value, 0x1p-53), 1 - 0x1p-53) }

/// Replaces normal scores by the uniforms that they stand for.
public func takeOpenUniforms(_ scores: UnsafeMutableBufferPointer<Double>) {
    normalCumulative(inPlace: scores)
    for index in scores.indices { scores[index] = openUniform(scores[index]) }
}
