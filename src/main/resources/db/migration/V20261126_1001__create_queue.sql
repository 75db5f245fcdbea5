-- The queue that db-scheduler polls. It holds ids and nothing else: task_data is an organization, a user and one of their
-- objects. It belongs to no tenant, and two roles reach it. app_runtime puts tickets in, in the transaction that makes what
-- they are for. app_queue takes them out, and has no right on any table of a tenant.
create table queue.scheduled_tasks (
    task_name            text        not null check (length(task_name) <= 64),
    task_instance        text        not null check (length(task_instance) <= 64),
    task_data            bytea       check (octet_length(task_data) <= 256),
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_due on queue.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on queue.scheduled_tasks (last_heartbeat);

alter table queue.scheduled_tasks owner to app_owner;
revoke all on queue.scheduled_tasks from public;
grant select, insert, update, delete on queue.scheduled_tasks to app_queue, app_runtime;
