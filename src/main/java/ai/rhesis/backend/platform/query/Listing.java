package ai.rhesis.backend.platform.query;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriUtils;

/// One page of a list.
///
/// @param total how many there are in all; null when nobody asked
/// @param next the cursor of the page behind; null when this is the last
public record Listing<T>(
        List<T> items, @Nullable Long total, @Nullable String next) {

    public static final String TOTAL_COUNT = "X-Total-Count";

    private static final Set<String> PLACE = Set.of("skip", "cursor");

    /// Makes a page, uncounted, of items of which one more than its length was looked for.
    ///
    /// @param cursor returns the place of an item
    public static <T> Listing<T> of(List<T> found, int limit, Function<T, String> cursor) {
        return found.size() <= limit
                ? new Listing<>(found, null, null)
                : new Listing<>(found.subList(0, limit), null, cursor.apply(found.get(limit - 1)));
    }

    public <R> Listing<R> map(Function<? super T, ? extends R> change) {
        return new Listing<>(items.stream().<R>map(change).toList(), total, next);
    }

    /// Returns the same page with each item replaced by what `load` makes of all of them at once, in their order.
    public <R> Listing<R> mapAll(Function<List<T>, List<R>> load) {
        return new Listing<>(load.apply(items), total, next);
    }

    /// Makes the response: a plain array, with the total and the way to the next page in headers.
    public ResponseEntity<List<T>> toResponse() {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok();
        if (total != null) {
            response.header(TOTAL_COUNT, total.toString());
        }
        if (next != null) {
            response.header(HttpHeaders.LINK, "<" + addressOf(next) + ">; rel=\"next\"");
        }
        return response.body(items);
    }

    // Without the host, which a proxy or the client itself may have named differently.
    private static String addressOf(String cursor) {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        StringJoiner address = new StringJoiner("&", request.getRequestURI() + "?", "");
        request.getParameterMap().forEach((name, values) -> {
            if (!PLACE.contains(name)) {
                Arrays.stream(values).forEach(value -> address.add(encoded(name) + "=" + encoded(value)));
            }
        });
        return address.add("cursor=" + cursor).toString();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
