package ai.rhesis.backend.metric.judge;

import ai.rhesis.backend.metric.evaluation.Judgement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A scale of yes and no, which scores 1 or 0.
record YesOrNo() implements Scale {

    @Override
    public String verdict() {
        return "passed";
    }

    @Override
    public ObjectNode values() {
        return JsonMapper.shared().createObjectNode().put("type", "boolean");
    }

    @Override
    public String explanation() {
        return "`passed` is true when the criterion is met, and false when it is not.";
    }

    @Override
    public Judgement read(JsonNode answer) {
        boolean passed = answer.path("passed").asBoolean();
        return Judgement.scored(passed ? 1 : 0, passed, answer.path("reason").asString());
    }
}
