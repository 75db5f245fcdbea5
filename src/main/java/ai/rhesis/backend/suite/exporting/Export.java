package ai.rhesis.backend.suite.exporting;

import ai.rhesis.backend.suite.testcase.TestCaseView;
import ai.rhesis.backend.suite.testset.TestSetView;
import java.io.IOException;

/// A file that is being written. Without its end it is no whole file, which is how a download that broke off is known.
interface Export {

    void begin(TestSetView set) throws IOException;

    void write(TestCaseView test) throws IOException;

    /// Hands over what was written so far, so that it need not be kept.
    void flush() throws IOException;

    void end() throws IOException;
}
