-- What must hold of the catalog for the row policies to hold: each row returned names a broken rule and the object.
-- Run after all migrations, by the tests as the migrator and at every start as the runtime role, in a transaction with
-- `set local search_path = pg_catalog, pg_temp` (printed expressions are compared).
-- global_tables and definers are the reviewed allow-lists.
WITH cfg AS (SELECT 'app'::regnamespace ns, 'app_runtime'::regrole rt,
   ARRAY['account','organization','login_attempt','login_code','mail_ticket','refresh_token','socket_ticket','node','flyway_schema_history'] AS global_tables,
   ARRAY['authenticate_token','authenticate_account','begin_request','find_login','begin_login','record_login','register_account','store_login_code','consume_login_code','store_refresh_token','use_refresh_token','revoke_refresh_token','may_enter','end_sessions','change_password','find_address','find_account','store_mail_ticket','consume_mail_ticket','is_expected','join_expecting','find_accepted_terms','accept_terms','leave_organization','store_socket_ticket','consume_socket_ticket','find_invitation','redeem_invitation','create_organization','list_owners','analyze_grown_tables','is_slug_taken','renew_node','forget_node','living_nodes'] AS definers),
rel AS (SELECT c.*, EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid=c.oid AND a.attname='organization_id' AND a.attnum>0 AND NOT a.attisdropped) AS has_org,
               c.relname = ANY(cfg.global_tables) AS is_global
        FROM pg_class c, cfg WHERE c.relnamespace=cfg.ns AND c.relkind IN ('r','p')),
ten AS (SELECT * FROM rel WHERE has_org AND NOT is_global),
org AS (SELECT t.oid, a.attnum, a.attnotnull, a.atttypid FROM ten t JOIN pg_attribute a ON a.attrelid=t.oid AND a.attname='organization_id'),
expected(q) AS (VALUES ('(organization_id = ( SELECT app.current_organization() AS current_organization))')),
scope(q) AS (VALUES ('((( SELECT app.all_projects() AS all_projects) IS NOT NULL) OR (project_id IS NULL) OR (project_id = ( SELECT app.current_project() AS current_project)))'))
SELECT 'C01 neither tenant table nor allow-listed' AS check, relname::text AS object FROM rel WHERE NOT has_org AND NOT is_global
UNION ALL SELECT 'C02 organization_id nullable or not uuid', t.relname FROM ten t JOIN org o USING (oid) WHERE NOT o.attnotnull OR o.atttypid <> 'uuid'::regtype
UNION ALL SELECT 'C03 RLS not enabled', relname FROM rel WHERE NOT relrowsecurity AND relname <> 'flyway_schema_history'
UNION ALL SELECT 'C04 RLS not forced', relname FROM rel WHERE NOT relforcerowsecurity AND relname <> 'flyway_schema_history'
UNION ALL SELECT 'C05 tenant_isolation policy missing or altered', t.relname FROM ten t, expected e WHERE NOT EXISTS (
   SELECT FROM pg_policy p WHERE p.polrelid=t.oid AND p.polname='tenant_isolation' AND p.polcmd='*' AND p.polpermissive AND p.polroles='{0}'
     AND pg_get_expr(p.polqual,p.polrelid)=e.q AND pg_get_expr(p.polwithcheck,p.polrelid)=e.q)
UNION ALL SELECT 'C06 extra permissive policy reaching the runtime role', t.relname||'.'||p.polname FROM ten t JOIN pg_policy p ON p.polrelid=t.oid, cfg
   WHERE p.polname<>'tenant_isolation' AND p.polpermissive AND (p.polroles && ARRAY[0::oid, cfg.rt::oid])
UNION ALL SELECT 'C07 primary key does not lead with organization_id', t.relname FROM ten t LEFT JOIN pg_index i ON i.indrelid=t.oid AND i.indisprimary JOIN org o ON o.oid=t.oid WHERE i.indkey[0] IS DISTINCT FROM o.attnum
UNION ALL SELECT 'C08 unique index without leading organization_id (existence oracle)', i.indexrelid::regclass::text FROM ten t JOIN pg_index i ON i.indrelid=t.oid AND i.indisunique JOIN org o ON o.oid=t.oid WHERE i.indkey[0] <> o.attnum
UNION ALL SELECT 'C09 index of a tenant table does not lead with organization_id', i.indexrelid::regclass::text FROM ten t JOIN pg_index i ON i.indrelid=t.oid JOIN org o ON o.oid=t.oid WHERE i.indkey[0] <> o.attnum
UNION ALL SELECT 'C10 foreign key between tenant tables does not pair organization_id', c.conrelid::regclass||'.'||c.conname FROM pg_constraint c JOIN org o ON o.oid=c.conrelid JOIN org r ON r.oid=c.confrelid
   WHERE c.contype='f' AND NOT EXISTS (SELECT FROM generate_subscripts(c.conkey,1) k WHERE c.conkey[k]=o.attnum AND c.confkey[k]=r.attnum)
UNION ALL SELECT 'C11 foreign key without a covering index on the referencing side', c.conrelid::regclass||'.'||c.conname FROM pg_constraint c JOIN ten t ON t.oid=c.conrelid
   WHERE c.contype='f' AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid=c.conrelid AND (i.indpred IS NULL OR pg_get_expr(i.indpred,i.indrelid) IN (SELECT format('(%I IS NOT NULL)',a.attname) FROM pg_attribute a WHERE a.attrelid=c.conrelid AND a.attnum=ANY(c.conkey)))
     AND (i.indkey::int2[])[0:cardinality(c.conkey)-1] @> c.conkey AND c.conkey @> (i.indkey::int2[])[0:cardinality(c.conkey)-1])
     AND NOT (cardinality(c.conkey)=1 AND EXISTS (SELECT FROM pg_index i WHERE i.indrelid=c.conrelid AND i.indkey[0]=c.conkey[1]))
UNION ALL SELECT 'C12 composite FK: ON DELETE SET NULL without a column list nulls organization_id', c.conrelid::regclass||'.'||c.conname FROM pg_constraint c JOIN org o ON o.oid=c.conrelid
   WHERE c.contype='f' AND c.confdeltype IN ('n','d') AND (c.confdelsetcols IS NULL OR o.attnum = ANY(c.confdelsetcols)) AND o.attnum = ANY(c.conkey)
UNION ALL SELECT 'C13 foreign key not validated', c.conrelid::regclass||'.'||c.conname FROM pg_constraint c, cfg WHERE c.contype IN ('f','c') AND NOT c.convalidated AND c.connamespace=cfg.ns
UNION ALL SELECT 'C14 view without security_invoker', c.relname FROM pg_class c, cfg WHERE c.relnamespace=cfg.ns AND c.relkind='v' AND NOT coalesce(c.reloptions,'{}') @> ARRAY['security_invoker=true']
UNION ALL SELECT 'C15 materialized view / foreign table / rule in the tenant schema', c.relname FROM pg_class c, cfg WHERE c.relnamespace=cfg.ns AND (c.relkind IN ('m','f') OR (c.relkind IN ('r','p') AND c.relhasrules))
UNION ALL SELECT 'C16 SECURITY DEFINER function not allow-listed, not owned by app_auth, or without a search_path that ends in pg_temp', p.proname FROM pg_proc p, cfg WHERE p.pronamespace=cfg.ns AND p.prosecdef
   AND (NOT p.proname = ANY(cfg.definers) OR p.proowner <> 'app_auth'::regrole OR NOT EXISTS (SELECT FROM unnest(p.proconfig) s WHERE s ~ '^search_path=.*pg_temp"?$'))
UNION ALL SELECT 'C17 function executable by PUBLIC', p.proname FROM pg_proc p, cfg WHERE p.pronamespace=cfg.ns AND (p.proacl IS NULL OR EXISTS (SELECT FROM aclexplode(p.proacl) x WHERE x.grantee=0 AND x.privilege_type='EXECUTE'))
UNION ALL SELECT 'C18 policy function must be STABLE, PARALLEL SAFE, not SECURITY DEFINER, no SET clause', p.proname FROM pg_proc p, cfg WHERE p.pronamespace=cfg.ns AND p.proname IN ('current_organization','current_user_id','current_project','all_projects') AND (p.provolatile<>'s' OR p.proparallel<>'s' OR p.prosecdef OR p.proconfig IS NOT NULL)
UNION ALL SELECT 'C19 runtime role has a dangerous attribute', rolname FROM pg_roles r, cfg WHERE r.oid=cfg.rt AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
UNION ALL SELECT 'C20 runtime role is a member of another role', m.roleid::regrole::text FROM pg_auth_members m, cfg WHERE m.member=cfg.rt
UNION ALL SELECT 'C21 runtime role owns something', c.relname FROM pg_class c, cfg WHERE c.relowner=cfg.rt
UNION ALL SELECT 'C22 runtime role (or PUBLIC) holds TRUNCATE/REFERENCES/TRIGGER/MAINTAIN', c.relname||' '||x.privilege_type FROM pg_class c, cfg, aclexplode(c.relacl) x WHERE c.relnamespace=cfg.ns AND x.grantee IN (0,cfg.rt) AND x.privilege_type NOT IN ('SELECT','INSERT','UPDATE','DELETE','USAGE')
UNION ALL SELECT 'C23 runtime role may CREATE in a schema or TEMP in the database', n.nspname FROM pg_namespace n, cfg WHERE has_schema_privilege(cfg.rt,n.oid,'CREATE') OR (n.oid=cfg.ns AND has_database_privilege(cfg.rt,current_database(),'TEMP'))
UNION ALL SELECT 'C24 partition reachable directly by the runtime role', c.relname FROM pg_class c, cfg WHERE c.relispartition AND c.relkind IN ('r','p') AND has_table_privilege(cfg.rt,c.oid,'SELECT,INSERT,UPDATE,DELETE')
UNION ALL SELECT 'C25 indexed column whose equality operator is not leakproof (unusable as an index condition under RLS)', i.indexrelid::regclass||'.'||a.attname FROM ten t JOIN pg_index i ON i.indrelid=t.oid CROSS JOIN LATERAL generate_subscripts(i.indclass,1) k
   JOIN pg_opclass oc ON oc.oid=i.indclass[k] JOIN pg_attribute a ON a.attrelid=i.indexrelid AND a.attnum=k+1
   LEFT JOIN pg_amop ao ON ao.amopfamily=oc.opcfamily AND ao.amopstrategy=3 AND ao.amoplefttype=oc.opcintype AND ao.amoprighttype=oc.opcintype JOIN pg_am am ON am.oid=oc.opcmethod
   LEFT JOIN pg_operator op ON op.oid=ao.amopopr LEFT JOIN pg_proc pr ON pr.oid=op.oprcode WHERE k < i.indnkeyatts AND (am.amname<>'btree' OR NOT coalesce(pr.proleakproof,false) OR i.indkey[k]=0)
UNION ALL SELECT 'C26 table owned by somebody other than app_owner', c.relname FROM rel c WHERE c.relowner<>'app_owner'::regrole AND c.relname<>'flyway_schema_history'
UNION ALL SELECT 'C27 identity/serial column on a tenant table (cross-tenant counter)', t.relname||'.'||a.attname FROM ten t JOIN pg_attribute a ON a.attrelid=t.oid AND NOT a.attisdropped WHERE a.attidentity<>'' OR (a.attnum>0 AND pg_get_serial_sequence(t.oid::regclass::text,a.attname) IS NOT NULL)
UNION ALL SELECT 'C28 inheritance child/parent outside declarative partitioning', i.inhrelid::regclass::text FROM pg_inherits i JOIN ten t ON t.oid=i.inhrelid WHERE NOT t.relispartition
UNION ALL SELECT 'C29 global table granted to the runtime role for writing', r.relname FROM rel r, cfg WHERE r.is_global AND has_table_privilege(cfg.rt,r.oid,'INSERT,UPDATE,DELETE,TRUNCATE')
UNION ALL SELECT 'C30 runtime role may call set_config', 'set_config' FROM cfg WHERE has_function_privilege(cfg.rt,'pg_catalog.set_config(text,text,boolean)','EXECUTE')
UNION ALL SELECT 'C31 project_id without the policy project_scope, or with an altered one', t.relname FROM ten t
   JOIN pg_attribute a ON a.attrelid=t.oid AND a.attname='project_id' AND NOT a.attisdropped AND NOT a.attnotnull AND a.attgenerated='', scope s WHERE NOT EXISTS (
   SELECT FROM pg_policy p WHERE p.polrelid=t.oid AND p.polname='project_scope' AND p.polcmd='*' AND NOT p.polpermissive AND p.polroles='{0}'
     AND pg_get_expr(p.polqual,p.polrelid)=s.q AND pg_get_expr(p.polwithcheck,p.polrelid)=s.q)
UNION ALL SELECT 'C32 the queue holds more than the reviewed columns of ids', c.relname||'.'||a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid=c.oid AND a.attnum>0 AND NOT a.attisdropped
   WHERE c.relnamespace=to_regnamespace('queue') AND c.relkind IN ('r','p','v','m','f') AND NOT (c.relname='scheduled_tasks' AND a.attname = ANY(ARRAY['task_name','task_instance','task_data','execution_time','picked','picked_by','last_success','last_failure','consecutive_failures','last_heartbeat','version','priority']))
UNION ALL SELECT 'C33 the queue is reached by somebody else, or holds a function', c.relname||' '||coalesce(nullif(x.grantee,0)::regrole::text,'public') FROM pg_class c, aclexplode(c.relacl) x WHERE c.relnamespace=to_regnamespace('queue') AND x.grantee NOT IN ('app_owner'::regrole, 'app_runtime'::regrole, 'app_queue'::regrole)
UNION ALL SELECT 'C33 the queue is reached by somebody else, or holds a function', p.proname FROM pg_proc p WHERE p.pronamespace=to_regnamespace('queue')
ORDER BY 1,2
