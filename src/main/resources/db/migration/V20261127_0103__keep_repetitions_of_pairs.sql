-- Pairs know how many repetitions their tests have: those that a metric said nothing of did not pass it.
alter table app.paired_test
    add candidate_repetitions int,
    add baseline_repetitions  int;

update app.paired_test p
set candidate_repetitions = (select o.n
                             from app.test_outcome o
                             where o.organization_id = p.organization_id and o.test_run_id = g.candidate_run_id
                               and o.test_id = p.test_id),
    baseline_repetitions = (select o.n
                            from app.test_outcome o
                            where o.organization_id = p.organization_id and o.test_run_id = g.baseline_run_id
                              and o.test_id = p.baseline_test_id)
from app.pairing g
where g.organization_id = p.organization_id and g.id = p.pairing_id and p.delta is not null;
