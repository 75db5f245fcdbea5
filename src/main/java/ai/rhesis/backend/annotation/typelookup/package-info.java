/// The named values an organization chooses from: entity types, test types, providers and the like.
@NullMarked
package ai.rhesis.backend.annotation.typelookup;

import org.jspecify.annotations.NullMarked;
