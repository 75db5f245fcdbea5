package ai.rhesis.backend.suite.importing.dialect;

import ai.rhesis.backend.suite.fileformat.ColumnName;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Questions with choices, whose answer is a letter, a place or a mark. The text of that choice is expected; the
/// choices and the answer stay beside it.
public final class Choices {

    /// Names of columns of choices.
    public static final Set<String> COLUMNS =
            Set.of("choices", "options", "endings", "answer_choices", "target_scores");

    /// Names of columns with an answer that names one of the choices, the surest first.
    public static final List<String> KEYS = List.of(
            "answer_key", "correct_option", "answer_index", "answer_idx", "correct_index", "gold", "target", "answer");

    /// The column that is added.
    public static final String CORRECT = "correct_answer";
    private static final String CHOICES = "choices";
    private static final Pattern OWN_COLUMN = Pattern.compile("(?:option|choice)_?([1-9a-h])|([a-h])");

    private final List<FlatRow> rows;
    private final Map<String, String> names = new LinkedHashMap<>();

    private Choices(List<FlatRow> rows) {
        this.rows = rows;
        Set<String> headers = new LinkedHashSet<>();
        rows.forEach(row -> headers.addAll(row.values().keySet()));
        headers.forEach(header -> names.put(header, ColumnName.ofLastPart(header)));
    }

    /// Adds a column with the expected texts where each answer of the file names a choice.
    public static void read(List<FlatRow> rows) {
        Choices choices = new Choices(rows);
        if (!choices.takeListed() && !choices.takeSpread()) {
            choices.takeMarked();
        }
    }

    private List<String> columns(Predicate<String> name) {
        return names.keySet().stream()
                .filter(header -> name.test(names.get(header)))
                .toList();
    }

    /// Takes the answers that name a choice in a column of choices.
    private boolean takeListed() {
        List<String> lists = columns(COLUMNS::contains);
        return take(row -> lists.stream()
                .map(list -> row.values().get(list))
                .filter(Objects::nonNull)
                .findFirst()
                .map(ChoiceList::of)
                .orElse(null));
    }

    /// Takes the answers that name a choice with a column of its own, as `A` to `D` or `option1` and `option2`, and
    /// makes one column of these.
    private boolean takeSpread() {
        Map<String, String> labels = new LinkedHashMap<>();
        names.forEach((header, name) -> {
            Matcher own = OWN_COLUMN.matcher(name);
            if (own.matches()) {
                labels.put(header, Objects.requireNonNullElse(own.group(1), own.group(2)));
            }
        });
        boolean isSpread =
                !names.containsValue(CHOICES) && labels.size() > 1 && take(row -> ChoiceList.of(gathered(row, labels)));
        if (isSpread) {
            rows.forEach(row -> {
                ObjectNode choices = gathered(row, labels);
                labels.keySet().forEach(row.values()::remove);
                row.put(CHOICES, choices);
            });
        }
        return isSpread;
    }

    private static ObjectNode gathered(FlatRow row, Map<String, String> labels) {
        ObjectNode choices = JsonNodeFactory.instance.objectNode();
        labels.forEach((header, label) -> {
            JsonNode text = row.values().get(header);
            if (text != null) {
                choices.set(label.toUpperCase(Locale.ROOT), text);
            }
        });
        return choices;
    }

    private boolean take(Function<FlatRow, @Nullable ChoiceList> choices) {
        return KEYS.stream().flatMap(key -> columns(key::equals).stream()).anyMatch(column -> take(column, choices));
    }

    /// Takes what the answers in a column name; nothing where one of them names no choice.
    private boolean take(String column, Function<FlatRow, @Nullable ChoiceList> choices) {
        Map<FlatRow, String> texts = new IdentityHashMap<>();
        for (FlatRow row : rows) {
            JsonNode answer = row.values().get(column);
            ChoiceList list = answer == null ? null : choices.apply(row);
            String text = answer == null || list == null ? null : list.named(answer);
            if (text != null) {
                texts.put(row, text);
            } else if (answer != null) {
                return false;
            }
        }
        texts.forEach((row, text) -> row.values().putIfAbsent(CORRECT, JsonNodeFactory.instance.stringNode(text)));
        return !texts.isEmpty();
    }

    /// Takes the choices with the best score, as in BIG-bench, or with the tag `correct`, as in HELM.
    private void takeMarked() {
        List<String> scores = columns("target_scores"::equals);
        List<String> references = columns("references"::equals);
        for (FlatRow row : rows) {
            Stream.concat(
                            scores.stream()
                                    .map(column ->
                                            MarkedChoices.best(row.values().get(column))),
                            references.stream()
                                    .map(column ->
                                            MarkedChoices.correct(row.values().get(column))))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .ifPresent(found -> row.values().putIfAbsent(CORRECT, found));
        }
    }
}
