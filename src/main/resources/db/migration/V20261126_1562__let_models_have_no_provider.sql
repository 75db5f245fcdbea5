-- A model without a provider is served by any server that speaks the protocol of OpenAI.
alter table app.model alter column provider_type_id drop not null;
