-- Metrics, endpoints, test runs and test results carry tags, comments, tasks and files.

call app.attachable('app.tagged_item', 'app.metric', 'Metric');
call app.attachable('app.comment', 'app.metric', 'Metric');
call app.attachable('app.task', 'app.metric', 'Metric');
call app.attachable('app.file', 'app.metric', 'Metric');
call app.list_object('app.metric', 'Metric');

call app.attachable('app.tagged_item', 'app.endpoint', 'Endpoint');
call app.attachable('app.comment', 'app.endpoint', 'Endpoint');
call app.attachable('app.task', 'app.endpoint', 'Endpoint');
call app.attachable('app.file', 'app.endpoint', 'Endpoint');
call app.list_object('app.endpoint', 'Endpoint', project => 'o.project_id');

call app.attachable('app.tagged_item', 'app.test_run', 'TestRun');
call app.attachable('app.comment', 'app.test_run', 'TestRun');
call app.attachable('app.task', 'app.test_run', 'TestRun');
call app.attachable('app.file', 'app.test_run', 'TestRun');
call app.list_object('app.test_run', 'TestRun', project => 'o.project_id');

call app.attachable('app.tagged_item', 'app.test_result', 'TestResult');
call app.attachable('app.comment', 'app.test_result', 'TestResult');
call app.attachable('app.task', 'app.test_result', 'TestResult');
call app.attachable('app.file', 'app.test_result', 'TestResult');
call app.list_object('app.test_result', 'TestResult', name => 'o.verdict');
-- results are found by their id; runs write them by thousands, and they are no activity that anybody asks for
drop index app.test_result_change;
