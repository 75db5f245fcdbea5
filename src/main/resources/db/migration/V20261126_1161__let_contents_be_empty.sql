-- A prompt may say nothing: how a system answers silence is a test, too.
alter table app.prompt drop constraint prompt_content_check;

alter table app.comment drop constraint comment_content_check;
alter table app.comment add constraint comment_content_check check (length(content) <= 20000);
