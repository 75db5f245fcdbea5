package ai.rhesis.backend.platform.query;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A client that follows the next page until there is none.
final class Walk {

    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=([^&>]*)");
    private static final int MAX_PAGES = 200;

    private Walk() {}

    static List<JsonNode> through(Api api, String path) {
        List<JsonNode> all = new ArrayList<>();
        String next = path;
        for (int page = 0; next != null; page++) {
            Answer answer = api.get(next);
            if (answer.status() != 200 || page > MAX_PAGES) {
                throw new AssertionError("page " + page + " of " + path + ": " + answer);
            }
            answer.json().forEach(all::add);
            String cursor = cursor(answer);
            next = cursor == null ? null : path.replaceAll("&cursor=[^&]*|skip=[^&]*&", "") + "&cursor=" + cursor;
        }
        return all;
    }

    static @Nullable String cursor(Answer page) {
        Matcher link = CURSOR.matcher(String.valueOf(page.header("Link")));
        return link.find() ? link.group(1) : null;
    }
}
