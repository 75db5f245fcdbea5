/// Tools of other services with their credentials: Jira and GitHub are called, others are kept.
@NullMarked
package ai.rhesis.backend.integration.tool;

import org.jspecify.annotations.NullMarked;
