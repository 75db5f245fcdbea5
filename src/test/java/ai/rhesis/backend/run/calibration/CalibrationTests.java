package ai.rhesis.backend.run.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CalibrationTests {

    private static final JudgeDefinition JUDGE = judge("Is it polite?", "gpt-5");

    @Test
    void judgesOfTheSameDefinitionAreTheSameWhateverTheyAreCalled() {
        JudgeDefinition renamed = new JudgeDefinition(
                json(
                        "{'id': 9, 'name': 'Other', 'metric_scope': [], 'evaluation_prompt': 'Is it polite?', 'reasoning': null}"),
                json("{'name': 'Other', 'model_name': 'gpt-5'}"));

        assertThat(renamed).isEqualTo(JUDGE);
        assertThat(judge("Is it polite!", "gpt-5")).isNotEqualTo(JUDGE);
        assertThat(judge("Is it polite?", "gpt-6")).isNotEqualTo(JUDGE);
    }

    @Test
    void labelsOfAnotherDefinitionAreStale() {
        List<Label> labels = List.of(label(JUDGE, true, 1, 0, 60), label(JUDGE, false, 0, 1, 40));

        assertThat(status(labels, JUDGE)).isEqualTo(CalibrationStatus.CALIBRATED);
        assertThat(status(labels, judge("Is it polite? ", "gpt-5"))).isEqualTo(CalibrationStatus.STALE);
        assertThat(Calibration.of(labels, judge("Is it polite? ", "gpt-5"))
                        .confusion()
                        .n())
                .isEqualTo(100);
    }

    @Test
    void labelsOfTheJudgeAsItIsCountAloneWhereThereAreSome() {
        List<Label> labels = List.of(label(JUDGE, true, 1, 0, 60), label(judge("Old", "gpt-5"), false, 0, 1, 40));

        assertThat(Calibration.of(labels, JUDGE).confusion().n()).isEqualTo(60);
        assertThat(status(labels, JUDGE)).isEqualTo(CalibrationStatus.INSUFFICIENT);
    }

    @Test
    void tiesAreLeftOutOfTheConfusionAndNotOfTheAgreement() {
        Calibration calibration = Calibration.of(
                List.of(label(JUDGE, true, 2, 1, 3), label(JUDGE, true, 1, 1, 5), label(JUDGE, true, 0, 1, 2)), JUDGE);

        assertThat(calibration.confusion().tp()).isEqualTo(3);
        assertThat(calibration.confusion().fp()).isEqualTo(2);
        assertThat(calibration.confusion().n()).isEqualTo(5);
        assertThat(calibration.agreement().units()).isEqualTo(8);
    }

    @Test
    void theStatusFollowsFromNumberAndAgreement() {
        assertThat(status(List.of(), JUDGE)).isEqualTo(CalibrationStatus.NONE);
        assertThat(status(List.of(label(JUDGE, true, 1, 0, 39), label(JUDGE, false, 0, 1, 10)), JUDGE))
                .isEqualTo(CalibrationStatus.INSUFFICIENT);
        assertThat(status(List.of(label(JUDGE, true, 1, 0, 91), label(JUDGE, false, 0, 1, 9)), JUDGE))
                .isEqualTo(CalibrationStatus.INSUFFICIENT);
        assertThat(status(List.of(label(JUDGE, true, 1, 0, 40), label(JUDGE, false, 0, 1, 10)), JUDGE))
                .isEqualTo(CalibrationStatus.CALIBRATED);
        assertThat(status(
                        List.of(
                                label(JUDGE, true, 1, 0, 30),
                                label(JUDGE, true, 0, 1, 20),
                                label(JUDGE, false, 0, 1, 30),
                                label(JUDGE, false, 1, 0, 20)),
                        JUDGE))
                .isEqualTo(CalibrationStatus.WEAK);
    }

    private static CalibrationStatus status(List<Label> labels, JudgeDefinition current) {
        return Calibration.of(labels, current).status(50, 0.4);
    }

    private static Label label(JudgeDefinition judge, boolean passed, long passes, long fails, long times) {
        return new Label(judge, false, passed, passes, fails, "uniform", times);
    }

    private static JudgeDefinition judge(String prompt, String model) {
        return new JudgeDefinition(
                json("{'id': 1, 'name': 'Polite', 'evaluation_prompt': '" + prompt + "'}"),
                json("{'name': 'Judge', 'model_name': '" + model + "'}"));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
