/// The two lists of risks by OWASP, for applications of language models and for agents, and test sets along them.
@NullMarked
package ai.rhesis.backend.suite.owasp;

import org.jspecify.annotations.NullMarked;
