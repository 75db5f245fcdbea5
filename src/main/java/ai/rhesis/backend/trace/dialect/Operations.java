package ai.rhesis.backend.trace.dialect;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The kinds of work, in the words of the Rhesis SDK.
final class Operations {

    static final String LLM = "llm.invoke";
    static final String TOOL = "tool.invoke";
    static final String RETRIEVAL = "retrieval";
    static final String EMBEDDING = "embedding.create";
    static final String RERANK = "rerank";
    static final String EVALUATION = "evaluation";
    static final String GUARDRAIL = "guardrail";
    static final String TRANSFORM = "transform";
    static final String AGENT = "agent.invoke";
    static final String WORKFLOW = "workflow";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("chat", LLM),
            Map.entry("text_completion", LLM),
            Map.entry("completion", LLM),
            Map.entry("acompletion", LLM),
            Map.entry("generate_content", LLM),
            Map.entry("responses", LLM),
            Map.entry("aresponses", LLM),
            Map.entry("anthropic_messages", LLM),
            Map.entry("llm", LLM),
            Map.entry("execute_tool", TOOL),
            Map.entry("tool", TOOL),
            Map.entry("retriever", RETRIEVAL),
            Map.entry("search_memory", RETRIEVAL),
            Map.entry("vector_db_retrieve", RETRIEVAL),
            Map.entry("embeddings", EMBEDDING),
            Map.entry("embedding", EMBEDDING),
            Map.entry("aembedding", EMBEDDING),
            Map.entry("embedding.generate", EMBEDDING),
            Map.entry("arerank", RERANK),
            Map.entry("reranker", RERANK),
            Map.entry("evaluator", EVALUATION),
            Map.entry("prompt", TRANSFORM),
            Map.entry("agent", AGENT),
            Map.entry("create_agent", AGENT),
            Map.entry("invoke_agent", AGENT),
            Map.entry("agent_step", WORKFLOW),
            Map.entry("chain", WORKFLOW),
            Map.entry("task", WORKFLOW),
            Map.entry("execute_task", WORKFLOW),
            Map.entry("invoke_workflow", WORKFLOW));

    private Operations() {}

    /// Returns the word for an operation or kind of span of any convention; one that none of them has stays as it is.
    static @Nullable String of(@Nullable String told) {
        if (told == null) {
            return null;
        }
        String word = told.toLowerCase(Locale.ROOT);
        return WORDS.getOrDefault(word, "unknown".equals(word) ? null : word);
    }
}
