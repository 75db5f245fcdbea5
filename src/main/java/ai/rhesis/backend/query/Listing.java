package ai.rhesis.backend.query;

import java.util.List;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/// One page of a list and how many there are in all.
public record Listing<T>(List<T> items, long total) {

    public static final String TOTAL_COUNT = "X-Total-Count";

    public <R> Listing<R> map(Function<? super T, ? extends R> change) {
        return new Listing<>(items.stream().<R>map(change).toList(), total);
    }

    /// The same page with each item replaced by what `load` makes of all of them at once, in their order.
    public <R> Listing<R> mapAll(Function<List<T>, List<R>> load) {
        return new Listing<>(load.apply(items), total);
    }

    /// As clients read it: a plain array, the total in a header.
    public ResponseEntity<List<T>> toResponse() {
        return ResponseEntity.ok().header(TOTAL_COUNT, Long.toString(total)).body(items);
    }
}
