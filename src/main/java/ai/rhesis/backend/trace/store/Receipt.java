package ai.rhesis.backend.trace.store;

import java.util.List;
import java.util.stream.Stream;

/// The outcome of a delivery of spans.
///
/// @param stored spans that are new
/// @param repeated spans that were there before, or twice in the delivery
/// @param sampledOut spans of traces that the project's share leaves out
/// @param refused spans that can't be kept, each with the reason
public record Receipt(int stored, int repeated, int sampledOut, List<Refusal> refused) {

    static final Receipt NOTHING = new Receipt(0, 0, 0, List.of());

    /// Returns how many spans are well, whether they are kept or not.
    public int received() {
        return stored + repeated + sampledOut;
    }

    Receipt plus(Receipt other) {
        return new Receipt(
                stored + other.stored,
                repeated + other.repeated,
                sampledOut + other.sampledOut,
                Stream.concat(refused.stream(), other.refused.stream()).toList());
    }

    /// A span that is not kept.
    ///
    /// @param index its place in the delivery
    public record Refusal(int index, String msg) {}
}
