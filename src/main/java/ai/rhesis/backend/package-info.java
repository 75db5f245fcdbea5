/// Tests of AI models and LLM applications for many organizations that share one database.
@NullMarked
package ai.rhesis.backend;

import org.jspecify.annotations.NullMarked;
