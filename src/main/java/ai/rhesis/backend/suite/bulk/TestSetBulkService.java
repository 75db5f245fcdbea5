package ai.rhesis.backend.suite.bulk;

import ai.rhesis.backend.platform.web.body.Element;
import ai.rhesis.backend.suite.testcase.TestCaseRequest;
import ai.rhesis.backend.suite.testset.TestSetRequest;
import ai.rhesis.backend.suite.testset.TestSetService;
import ai.rhesis.backend.suite.testset.TestSetView;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The creation of a set together with its tests.
@Service
@Transactional
class TestSetBulkService {

    private final TestSetService sets;
    private final TestBulkService tests;

    TestSetBulkService(TestSetService sets, TestBulkService tests) {
        this.sets = sets;
        this.tests = tests;
    }

    /// @throws ProblemException when the set or any row is bad: then nothing is written
    TestSetView create(TestSetRequest request, List<Element<TestCaseRequest>> rows) {
        request.requireType();
        UUID set = sets.create(request).set().getId();
        tests.create(rows, new BulkOptions(false, false, set));
        return sets.get(set.toString());
    }
}
