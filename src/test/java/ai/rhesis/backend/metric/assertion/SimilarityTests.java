package ai.rhesis.backend.metric.assertion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Figures against published reference values; each says where it is from.
class SimilarityTests {

    private static final Offset<Double> EXACT = within(1e-9);

    /// The candidate and references of Papineni et al. 2002, as in the documentation of nltk.translate.bleu_score.
    private static final String CANDIDATE =
            "It is a guide to action which ensures that the military always obeys the commands of the party";

    private static final String FIRST =
            "It is a guide to action that ensures that the military will forever heed Party commands";
    private static final String SECOND =
            "It is the guiding principle which guarantees the military forces always being under the command of the Party";
    private static final String THIRD =
            "It is the practical guide for the army always to heed the directions of the party";

    @Test
    void bleuOfThePaper() {
        // nltk: sentence_bleu([reference1, reference2, reference3], hypothesis1) = 0.5045666840058485
        assertThat(bleu(words(CANDIDATE), List.of(words(FIRST), words(SECOND), words(THIRD))))
                .isCloseTo(0.5045666840058485, EXACT);
        // the paper, section 2.1: "the the the the the the the" has a clipped unigram precision of 2/7
        NGrams the = grams(words("the the the the the the the"), 1);
        assertThat(overlap(
                        the,
                        List.of(
                                grams(words("the cat is on the mat"), 1),
                                grams(words("there is a cat on the mat"), 1))))
                .isEqualTo(2);
        // the paper, section 2.1.1: 17/18 unigrams and 10/17 bigrams of the candidate
        List<List<String>> references = List.of(words(FIRST), words(SECOND), words(THIRD));
        assertThat(overlap(grams(words(CANDIDATE), 1), allGrams(references, 1))).isEqualTo(17);
        assertThat(overlap(grams(words(CANDIDATE), 2), allGrams(references, 2))).isEqualTo(10);
    }

    @Test
    void bleuByHand() {
        Judged bleu = Judged.by("bleu", "The cat sat on the mat.");
        // precisions 5/6, 3/5, 2/4, 1/3
        assertThat(bleu.of("The dog sat on the mat.").score()).isCloseTo(Math.pow(1.0 / 12, 0.25), EXACT);
        assertThat(bleu.of("the CAT sat on the mat.").score()).isCloseTo(1, EXACT);
        // three words: orders 1 to 3 with 2/3, 1/2 and 1e-7, and a brevity of exp(1 - 6/3)
        assertThat(bleu.of("The cat sat.").score()).isCloseTo(Math.exp(-1) * Math.cbrt(2.0 / 3 * 1 / 2 * 1e-7), EXACT);
        assertThat(bleu.of("").score()).isZero();
        assertThat(bleu.passes("The dog sat on the mat.")).isTrue();
        assertThat(bleu.from(0.8).passes("The dog sat on the mat.")).isFalse();
        assertThat(Judged.by("bleu", "[\"x y z\", \"The cat sat on the mat.\"]").passes("The cat sat on the mat."))
                .isTrue();
        assertThat(Judged.by("bleu", "cat").of("cat").score()).isCloseTo(1, EXACT);
    }

    @Test
    void gleuOfItsReferenceImplementation() {
        // nltk.translate.gleu_score: 0.4393…, 0.1206… and 0.0909…
        assertThat(gleu(words(CANDIDATE), List.of(words(FIRST)))).isCloseTo(0.4393939393939394, EXACT);
        String other = "It is to insure the troops forever hearing the activity guidebook that party direct";
        assertThat(gleu(words(other), List.of(words(FIRST)))).isCloseTo(0.1206896551724138, EXACT);
        assertThat(gleu(words("the the the the the the the"), List.of(words("the cat is on the mat"))))
                .isCloseTo(1.0 / 11, EXACT);
    }

    @Test
    void gleuIgnoresCaseAndFullStops() {
        Judged gleu = Judged.by("gleu", "[\"x\", \"The cat sat on the mat\"]");
        assertThat(gleu.of("the cat sat on the MAT.").score()).isEqualTo(1);
        assertThat(gleu.of("dogs run").score()).isZero();
        assertThat(gleu.of("").score()).isZero();
        assertThat(gleu.passes("the cat sat on the mat")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the cat sat                                         | the cat sat on the mat                       | 0.6666666666666666
            police kill the gunman                              | police killed the gunman                     | 0.75
            The cat was found under the bed.                    | The cat was under the bed.                   | 0.9333333333333333
            Alpha. Beta.                                        | Beta. Alpha.                                 | 1
            He can't go, and she won't either.                  | She can't go; he won't either!               | 0.5714285714285714
            It costs $12,000 at 12:30 - "really"?               | It costs $12,000 at 12:30.                   | 0.6666666666666666
            I'm gonna wanna go. Don't cannot                    | I am going to go.                            | 0.3333333333333333
            Dr. Smith went to the U.S. yesterday.               | Dr. Smith went to the U.S. today.            | 0.875
            The the the the                                     | the cat is on the mat                        | 0.4
            Hello World                                         | hello world                                  | 0
            The weather in Paris is 18.5 degrees, and it's sunny. | It's sunny in Paris; 18.5 degrees.         | 0.6363636363636364
            We'll ship your order (no. 12,345) today!           | Your order no. 12,345 ships today.           | 0.5
            She said "hello" to him.                            | He said "hello" to her.                      | 0.75
            I don't know. Ask Mr. Brown about it.               | Ask Mr. Brown. I don't know about it.        | 1
            Paris is the capital of France.                     | The capital of France is Paris.              | 0.8571428571428571
            Prices: $5, 10% off -- today only                   | Prices are 10% off today                     | 0.5882352941176471
            users' choice is the user's choice                  | the user's choice                            | 0.6666666666666666
            Wait... what?                                       | Wait what                                    | 0.6666666666666666
            police killed the gunman                            | the gunman was shot down by police           | 0.5454545454545454
            e.g. this and i.e. that                             | this and that, e.g. now                      | 0.7272727272727273
            """)
    void rougeIsThatOfJsRouge(String output, String reference, double score) {
        // js-rouge 3.2.3, n(output, reference, {}), which promptfoo calls; the first two are in its documentation
        assertThat(Judged.by("rouge-n", reference).of(output).score()).isCloseTo(score, EXACT);
    }

    @Test
    void rougePassesFromThreeQuartersOn() {
        assertThat(Judged.by("rouge-n", "police killed the gunman").passes("police kill the gunman"))
                .isTrue();
        assertThat(Judged.by("rouge-n", "the cat sat on the mat").passes("the cat sat"))
                .isFalse();
        assertThat(Judged.by("rouge-n", "the cat sat on the mat").from(0.6).passes("the cat sat"))
                .isTrue();
        assertThat(Judged.by("rouge-n", "x").of("").score()).isZero();
    }

    @Test
    void scoreIsComparedByTheOperator() {
        Judged rouge = Judged.by("rouge-n", "police killed the gunman").from(0.75);
        assertThat(rouge.comparedBy(">").passes("police kill the gunman")).isFalse();
        assertThat(rouge.comparedBy("=").passes("police kill the gunman")).isTrue();
        assertThat(rouge.comparedBy("!=").passes("police kill the gunman")).isFalse();
        assertThat(rouge.comparedBy("<=").passes("police kill the gunman")).isTrue();
        assertThat(rouge.comparedBy("<").passes("nothing of it")).isTrue();
    }

    @Test
    void negationTurnsTheScoreAround() {
        Judged not = Judged.by("not-rouge-n", "the cat sat on the mat");
        assertThat(not.of("the cat sat").score()).isCloseTo(1.0 / 3, EXACT);
        assertThat(not.of("the cat sat").successful()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // Levenshtein's classic, also of fastest-levenshtein's documentation ("fast", "faster" is 2)
        "kitten, sitting, 3",
        "Saturday, Sunday, 3",
        "fast, faster, 2",
        "flaw, lawn, 2",
        "gumbo, gambol, 2",
        "same, same, 0",
        "'', abc, 3"
    })
    void distanceIsTheLeastNumberOfEdits(String output, String value, int distance) {
        assertThat(Judged.by("levenshtein", value).from(distance).passes(output))
                .isTrue();
        if (distance > 0) {
            assertThat(Judged.by("levenshtein", value).from(distance - 1).passes(output))
                    .isFalse();
        }
    }

    @Test
    void distanceIsAtMostFiveUnlessItIsSaid() {
        assertThat(Judged.by("levenshtein", "abcdefgh").passes("abc")).isTrue();
        assertThat(Judged.by("levenshtein", "abcdefghi").passes("abc")).isFalse();
        assertThat(Judged.by("levenshtein", "a").passes("x".repeat(1_000_000))).isFalse();
        assertThat(Judged.by("levenshtein", "a".repeat(1_000_000))
                        .from(1e9)
                        .of("x".repeat(1_000_000))
                        .errorType())
                .isEqualTo("too_complex");
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }

    private static double bleu(List<String> words, List<List<String>> references) {
        return AssertionBudget.bounded(() -> Bleu.score(words, references));
    }

    private static double gleu(List<String> words, List<List<String>> references) {
        return AssertionBudget.bounded(() -> Gleu.score(words, references));
    }

    private static NGrams grams(List<String> words, int n) {
        return AssertionBudget.bounded(() -> NGrams.of(words, n));
    }

    private static int overlap(NGrams grams, List<NGrams> others) {
        return AssertionBudget.bounded(() -> grams.overlap(others));
    }

    private static List<NGrams> allGrams(List<List<String>> texts, int n) {
        return texts.stream().map(text -> grams(text, n)).toList();
    }
}
