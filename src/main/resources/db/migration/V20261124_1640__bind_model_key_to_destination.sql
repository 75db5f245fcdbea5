-- Where the key of a model may be sent to: the scheme, host and port that it was saved for.
alter table app.model add column key_destination text;

update app.model m
set key_destination = coalesce(
    lower(substring(m.endpoint from '^[^:/]+://[^/?#]+')),
    case (select lower(t.type_value)
          from app.type_lookup t
          where t.organization_id = m.organization_id and t.id = m.provider_type_id)
        when 'openai'      then 'https://api.openai.com'
        when 'anthropic'   then 'https://api.anthropic.com'
        when 'gemini'      then 'https://generativelanguage.googleapis.com'
        when 'mistral'     then 'https://api.mistral.ai'
        when 'cohere'      then 'https://api.cohere.ai'
        when 'groq'        then 'https://api.groq.com'
        when 'together_ai' then 'https://api.together.xyz'
        when 'perplexity'  then 'https://api.perplexity.ai'
        when 'ollama'      then 'http://localhost:11434'
        when 'huggingface' then 'https://router.huggingface.co'
        when 'openrouter'  then 'https://openrouter.ai'
        when 'meta_llama'  then 'https://api.llama.com'
        else ''
    end)
where m.encrypted_key is not null;

alter table app.model
    add constraint model_key_has_destination check ((encrypted_key is null) = (key_destination is null));
