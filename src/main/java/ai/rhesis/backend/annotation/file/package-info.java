/// Files attached to objects of any kind: their rows in the database, their contents in a store beside it.
@NullMarked
package ai.rhesis.backend.annotation.file;

import org.jspecify.annotations.NullMarked;
