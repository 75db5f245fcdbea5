/// What an organization is working on, so that endpoints, sets and runs can be kept together.
@NullMarked
package ai.rhesis.backend.workspace.project;

import org.jspecify.annotations.NullMarked;
