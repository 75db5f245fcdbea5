/// How tests look in files: the columns of tables and the texts that other programs would take for more than texts.
@NullMarked
package ai.rhesis.backend.exchange;

import org.jspecify.annotations.NullMarked;
