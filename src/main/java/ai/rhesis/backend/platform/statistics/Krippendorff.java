package ai.rhesis.backend.platform.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The agreement of several people on pass or fail: Krippendorff's α (2011) for nominal data.
///
/// 1 - (N - 1)·Σ_u Σ_{c≠k} n_uc·n_uk/(m_u - 1) / Σ_{c≠k} n_c·n_k, over the units with two verdicts and more. Null
/// where no two verdicts can be compared or only one kind of verdict was given.
public record Krippendorff(@Nullable Double alpha, long units) {

    /// A number of results with as many verdicts of each kind.
    public record Unit(long passes, long fails, long times) {

        private long verdicts() {
            return passes + fails;
        }
    }

    public static Krippendorff of(List<Unit> all) {
        List<Unit> units = all.stream().filter(unit -> unit.verdicts() > 1).toList();
        double passes = units.stream().mapToLong(u -> u.passes() * u.times()).sum();
        double fails = units.stream().mapToLong(u -> u.fails() * u.times()).sum();
        double apart = units.stream()
                .mapToDouble(u -> 2.0 * u.times() * u.passes() * u.fails() / (u.verdicts() - 1))
                .sum();
        double byChance = 2 * passes * fails;
        return new Krippendorff(
                byChance == 0 ? null : (Double) (1 - (passes + fails - 1) * apart / byChance),
                units.stream().mapToLong(Unit::times).sum());
    }
}
