package ai.rhesis.backend.support;

import ai.rhesis.backend.support.FakeModelServer.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A model that writes the tests it is asked for, each with a text that nothing else resembles. It may have favourite
/// topics, to which it drifts however it is asked.
public final class FakeWriter implements Function<Received, ModelReply> {

    private static final Pattern LINE = Pattern.compile(
            "- (\\d+) tests?: requirement \"([^\"]+)\", category \"([^\"]+)\", topic (?:\"([^\"]+)\"|of your choice)");

    private final Random random = new Random(20261127);
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final double drift;
    private final List<String> favourites;

    private FakeWriter(double drift, List<String> favourites) {
        this.drift = drift;
        this.favourites = favourites;
    }

    /// Writes what it is asked for.
    public static FakeWriter faithful() {
        return new FakeWriter(0, List.of());
    }

    /// Writes about its favourites in this share of its tests.
    public static FakeWriter drifting(double share, List<String> favourites) {
        return new FakeWriter(share, favourites);
    }

    /// In how many calls each cell was asked for.
    public Map<String, Integer> calls() {
        return calls;
    }

    @Override
    public synchronized ModelReply apply(Received question) {
        List<Map<String, Object>> tests = new ArrayList<>();
        Matcher line = LINE.matcher(question.question());
        LinkedHashSet<String> cells = new LinkedHashSet<>();
        while (line.find()) {
            cells.add(line.group(2) + " / " + line.group(3) + " / " + line.group(4));
            for (int number = 0; number < Integer.parseInt(line.group(1)); number++) {
                tests.add(test(question, line.group(2), line.group(3), topic(line.group(4))));
            }
        }
        cells.forEach(cell -> calls.merge(cell, 1, Integer::sum));
        return ModelReply.json(Map.of("tests", tests));
    }

    /// A text of twelve words that mean nothing.
    public synchronized String text() {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < 12; word++) {
            for (int letter = 0; letter < 6; letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(' ');
        }
        return text.toString().strip();
    }

    private String topic(String asked) {
        boolean drifts = random.nextDouble() < drift;
        if (drifts) {
            return favourites.get(random.nextInt(favourites.size()));
        }
        return asked == null ? "Topic " + random.nextInt(1_000) : asked;
    }

    private Map<String, Object> test(Received question, String requirement, String category, String topic) {
        Map<String, Object> test =
                new HashMap<>(Map.of("requirement", requirement, "category", category, "topic", topic));
        if (question.prompt().contains("`goal`")) {
            test.putAll(
                    Map.of("goal", text(), "instructions", "Ask", "restrictions", "None", "scenario", "A customer"));
        } else {
            test.putAll(Map.of("prompt", text(), "expected_response", "An answer", "language_code", "en"));
        }
        return test;
    }
}
