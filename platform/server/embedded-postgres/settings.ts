import { totalmem } from 'node:os';

const megabyte = 1024 * 1024;

/**
 * PostgreSQL's settings for one machine that also runs the application. What has been acknowledged is on the disk: `fsync` and
 * `synchronous_commit` are on. The log holds no statements, parameters or row values, since they may be about a person.
 * `memory` is the machine's memory in bytes; `overrides` win over everything.
 */
export function databaseSettings(
  overrides: Record<string, string> = {},
  memory: number = totalmem(),
): Record<string, string> {
  const quarter = Math.floor(memory / 4 / megabyte);
  return {
    shared_buffers: `${Math.max(64, Math.min(quarter, 1024))}MB`,
    effective_cache_size: `${Math.max(128, quarter * 2)}MB`,
    maintenance_work_mem: '256MB',
    work_mem: '32MB',
    max_connections: '60',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    fsync: 'on',
    synchronous_commit: 'on',
    timezone: 'Europe/Stockholm',
    log_timezone: 'Europe/Stockholm',
    unix_socket_directories: '',
    log_checkpoints: 'off',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    ...overrides,
  };
}

/** The settings as a PostgreSQL configuration file. Refuses names that are not setting names. */
export function settingsFile(settings: Record<string, string>): string {
  const lines = Object.entries(settings).map(([name, value]) => {
    if (!/^[a-z_.]+$/i.test(name)) throw new TypeError(`not a setting: ${name}`);
    return `${name} = '${value.replaceAll("'", "''")}'`;
  });
  return `# Skrivs om vid varje start. Egna inställningar: ../postgresql.conf i datamappen.\n${lines.join('\n')}\n`;
}
