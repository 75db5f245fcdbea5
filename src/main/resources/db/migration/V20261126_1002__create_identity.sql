-- Organizations, their members, and the logins behind the members.

create table app.organization (
    id                     uuid        primary key,
    nano_id                text        not null default app.nano_id(),
    created_at             timestamptz not null default now(),
    updated_at             timestamptz not null default now(),
    version                bigint      not null default 0,
    deleted_at             timestamptz,
    slug                   text        not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{1,48})[a-z0-9]$'),
    name                   text        not null check (length(name) between 1 and 255),
    display_name           text,
    description            text,
    website                text,
    logo_url               text,
    email                  text,
    phone                  text,
    address                text,
    domain                 text,
    is_active              boolean     not null default true,
    is_onboarding_complete boolean     not null default false,
    owner_id               uuid
);

-- A member of an organization: the tenant's view of a user, and the target of every reference to a user.
create table app.membership (
    organization_id   uuid        not null references app.organization,
    user_id           uuid        not null,
    nano_id           text        not null default app.nano_id(),
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    version           bigint      not null default 0,
    email             text        not null check (length(email) between 3 and 254),
    email_key         text        generated always as (lower(email)) stored,
    name              text,
    given_name        text,
    family_name       text,
    picture           text,
    role              text        not null check (role in ('owner', 'member', 'viewer')),
    is_active         boolean     not null,
    is_email_verified boolean     not null default false,
    settings          jsonb       not null default '{}',
    joined_at         timestamptz,
    last_login_at     timestamptz,
    primary key (organization_id, user_id)
);

create unique index membership_email on app.membership (organization_id, email_key);
create index membership_page on app.membership (organization_id, created_at desc, user_id desc);

call app.tenant_table('app.membership', 'select, insert');
grant update (updated_at, version, name, given_name, family_name, picture, role, is_active, settings)
    on app.membership to app_runtime;
grant select, insert on app.membership to app_auth;
grant update (name, is_active, is_email_verified, joined_at, last_login_at, updated_at) on app.membership to app_auth;
create policy auth_lookup on app.membership for select to app_auth using (true);
create policy auth_update on app.membership for update to app_auth using (true) with check (true);

-- An organization is the tenant itself: it sees its own row, and only app_auth makes one.
alter table app.organization
    add foreign key (id, owner_id) references app.membership (organization_id, user_id);
alter table app.organization owner to app_owner;
alter table app.organization enable row level security;
alter table app.organization force row level security;
create policy own_organization on app.organization for select to public
    using (id = (select app.current_organization()));
create policy own_organization_update on app.organization for update to public
    using      (id = (select app.current_organization()))
    with check (id = (select app.current_organization()));
grant select on app.organization to app_runtime;
grant update (updated_at, version, deleted_at, slug, name, display_name, description, website, logo_url, email, phone,
              address, domain, is_onboarding_complete)
    on app.organization to app_runtime;
grant select, insert on app.organization to app_auth;
grant update (owner_id) on app.organization to app_auth;
create policy auth_lookup on app.organization for select to app_auth using (true);
create policy auth_insert on app.organization for insert to app_auth with check (true);
create policy auth_update on app.organization for update to app_auth using (true) with check (true);

-- The login of a person. Its organization is set once, so that nobody gets into two of them by two requests at once.
create table app.account (
    id              uuid        primary key,
    email           text        not null check (length(email) between 3 and 254),
    email_key       text        generated always as (lower(email)) stored unique,
    name            text,
    password_hash   text        not null,
    organization_id uuid,
    created_at      timestamptz not null default now(),
    disabled_at     timestamptz,
    foreign key (organization_id, id) references app.membership (organization_id, user_id)
);

create index account_membership on app.account (organization_id, id);

-- closed, but planned for and analyzed like the tenant tables that it is joined with
call app.closed_table('app.account', 'select, insert, update, maintain');
alter table app.account alter column organization_id set (n_distinct = 20);
call app.expect_many_rows('app.account');

-- Failed logins by address, known or not: guessing is slowed down without telling which addresses exist.
create table app.login_attempt (
    address_key  text        primary key check (length(address_key) <= 254),
    failures     int         not null,
    last_at      timestamptz not null default now()
);

call app.closed_table('app.login_attempt', 'select, insert, update, delete');

-- One-time codes that a browser exchanges for tokens after a login.
create table app.login_code (
    code_hash  bytea       primary key check (octet_length(code_hash) = 32),
    account_id uuid        not null references app.account on update cascade on delete cascade,
    expires_at timestamptz not null
);

create index login_code_account on app.login_code (account_id);

call app.closed_table('app.login_code', 'select, insert, update, delete');

-- Every refresh token ever given. A second use of one revokes its family: all tokens that came from the same login.
create table app.refresh_token (
    token_hash bytea       primary key check (octet_length(token_hash) = 32),
    family_id  uuid        not null,
    account_id uuid        not null references app.account on update cascade on delete cascade,
    expires_at timestamptz not null,
    used_at    timestamptz,
    revoked_at timestamptz
);

create index refresh_token_family on app.refresh_token (family_id);
create index refresh_token_account on app.refresh_token (account_id);

call app.closed_table('app.refresh_token', 'select, insert, update, delete');

-- The standing invitation of a member who has not joined yet. Only a hash of the code is stored.
create table app.invitation (
    organization_id uuid        not null,
    user_id         uuid        not null,
    code_hash       bytea       not null check (octet_length(code_hash) = 32),
    expires_at      timestamptz not null,
    redeemed_at     timestamptz,
    primary key (organization_id, user_id),
    unique (organization_id, code_hash),
    foreign key (organization_id, user_id) references app.membership on delete cascade
);

call app.tenant_table('app.invitation');
grant select on app.invitation to app_auth;
grant update (redeemed_at) on app.invitation to app_auth;
create policy auth_lookup on app.invitation for select to app_auth using (true);
create policy auth_update on app.invitation for update to app_auth using (true) with check (true);

-- An API token of a member. Only its hash is stored, and enough characters to recognize it.
create table app.api_token (
    organization_id   uuid        not null,
    id                uuid        not null,
    nano_id           text        not null default app.nano_id(),
    created_at        timestamptz not null default now(),
    updated_at        timestamptz not null default now(),
    version           bigint      not null default 0,
    user_id           uuid        not null,
    deleted_at        timestamptz,
    name              text        not null check (length(name) between 1 and 255),
    token_hash        bytea       not null check (octet_length(token_hash) = 32),
    token_obfuscated  text        not null,
    scopes            jsonb       not null default '[]',
    expires_at        timestamptz,
    last_used_at      timestamptz,
    last_refreshed_at timestamptz,
    primary key (organization_id, id),
    unique (organization_id, token_hash),
    foreign key (organization_id, user_id) references app.membership on delete cascade
);

create index api_token_page on app.api_token (organization_id, created_at desc, id desc) where deleted_at is null;
create index api_token_user on app.api_token (organization_id, user_id);

call app.tenant_table('app.api_token');
grant select on app.api_token to app_auth;
grant update (last_used_at) on app.api_token to app_auth;
create policy auth_lookup on app.api_token for select to app_auth using (true);
create policy auth_update on app.api_token for update to app_auth using (true) with check (true);
