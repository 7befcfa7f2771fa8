import InputOutput
import LinearAlgebra
import Testing

@Suite struct LinkageTests {
    /// Miller & Blair 2009, the two sectors of section 2.3; Rasmussen's indices.
    @Test func theTwoSectorExample() throws {
        let linkages = try millerBlairTable().linkages(.total)
        #expect(distance(linkages.normalisedBackward, [1.022222, 0.977778]) < 5e-7)
        #expect(distance(linkages.normalisedForward(.leontiefRows), [1.066667, 0.933333]) < 5e-7)
        #expect(distance(linkages.normalisedForward(.ghoshRows), [1.208333, 0.791667]) < 5e-7)
        #expect(linkages.classes(.leontiefRows) == [.key, .weak])
        #expect(distance(linkages.directBackward, [0.35, 0.3]) < 1e-15)
        #expect(distance(linkages.directForward, [0.65, 0.15]) < 1e-15)
    }

    @Test func normalisedLinkagesAverageOne() throws {
        let linkages = try RegionFixture().table().linkages(.regional)
        for values in [linkages.normalisedBackward] + ForwardConvention.allCases.map(linkages.normalisedForward) {
            #expect(abs(values.reduce(0, +) / 7 - 1) < 1e-14)
        }
        #expect(distance(linkages.backward, try RegionFixture().table().multipliers(.output).simple) < 1e-13)
    }

    /// Four sectors arranged so that every class occurs; the fourth trades with nobody.
    @Test func allFourClassesOccur() throws {
        let a = Matrix(rowMajor: [[0.3, 0.3, 0, 0], [0.1, 0, 0, 0], [0.2, 0.3, 0, 0], [0, 0, 0, 0]])
        let system = try LeontiefSystem(coefficients: a, supplyShare: [1, 1, 1, 1])
        let linkages = try Linkages(
            coefficients: a, leontiefInverse: system.multipliers, allocation: a, ghoshInverse: system.multipliers)
        #expect(linkages.classes(.leontiefRows) == [.key, .backward, .forward, .weak])
    }

    /// Column j of the identity: mean 1/n, standard deviation 1/√n, so √n.
    @Test func isolatedSectorsHaveTheLargestVariation() throws {
        let none = Matrix(rows: 4, columns: 4)
        let linkages = try Linkages(
            coefficients: none, leontiefInverse: .identity(4), allocation: none, ghoshInverse: .identity(4))
        #expect(distance(linkages.backwardVariation, .init(repeating: 2, count: 4)) < 1e-15)
        #expect(distance(linkages.forwardVariationGhosh, linkages.forwardVariationLeontief) == 0)
    }

    @Test func theOrderOfSectorsDoesNotMatter() throws {
        let table = try RegionFixture().table()
        let order = [4, 0, 6, 2, 5, 1, 3]
        let (direct, other) = (try table.linkages(.regional), try table.permuted(order).linkages(.regional))
        for convention in ForwardConvention.allCases {
            #expect(distance(other.forward(convention), order.map { direct.forward(convention)[$0] }) < 1e-13)
            #expect(other.classes(convention) == order.map { direct.classes(convention)[$0] })
        }
        #expect(distance(other.backwardVariation, order.map { direct.backwardVariation[$0] }) < 1e-13)
    }
}
