import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '#domain/access/permissions.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { insertAccount, insertGrant } from '#server/accounts/accounts.store.ts';
import { hashPassword } from '#server/accounts/password.ts';
import { buildApplication } from '#server/app.ts';
import { foundUnit } from '#server/organisations/found-unit.store.ts';
import { SettableClock } from '#server/platform/clock.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { runAsSystem } from '#server/platform/commands/run-as-system.ts';
import type { Connection } from '#server/platform/database/connect.ts';
import { Actor } from '#server/platform/http/actor.ts';
import type { App } from '#server/platform/http/app.ts';
import { newId } from '#server/platform/ids.ts';
import type { SignInSettings } from '#server/platform/sign-in-settings.ts';
import { connectTestDatabase } from './database.ts';

export const testPassword = 'mật khẩu để thử 2026';
let passwordHash: Promise<string> | undefined;

/** The whole application on a database of its own, with a clock that the test turns. */
export interface Kheo {
  readonly app: App;
  readonly clock: SettableClock;
  readonly connection: Connection;
  /** Signs in (once) and speaks as this account. */
  as(username: string): Promise<Actor>;
  /** Speaks as nobody. */
  stranger(): Actor;
  given: Given;
  stop(): Promise<void>;
}

export interface Given {
  /** A unit founded long ago; returns its id. */
  unit(unit: {
    name: string;
    kind: UnitKind;
    parentId?: string | null;
    code?: string;
    foundedOn?: string;
  }): Promise<string>;
  /** An account with a role at a unit; the password is `testPassword`. */
  account(account: {
    username: string;
    role: Role;
    unitId: string;
    from?: string;
    to?: string | null;
    subtree?: boolean;
  }): Promise<string>;
  /** A party term, so that documents can be numbered. */
  term(unitId: string): Promise<void>;
}

export interface KheoOptions {
  readonly today?: string;
  /** A folder of built pages to serve beside the API. */
  readonly pagesFolder?: string;
  /** Where the log goes; without it there is none. */
  readonly logFile?: string;
  readonly signIn?: SignInSettings;
  readonly requestsPerMinute?: number;
}

export async function startKheo(options: KheoOptions = {}): Promise<Kheo> {
  const connection = await connectTestDatabase({ max: 6 });
  const folder = await mkdtemp(join(tmpdir(), 'kheo-files-'));
  const clock = new SettableClock('2026-03-02T09:00:00+07:00');
  if (options.today) clock.set(options.today);
  const app = await buildApplication({
    connection,
    clock,
    filesFolder: folder,
    pagesFolder: options.pagesFolder ?? null,
    logLevel: options.logFile === undefined ? 'silent' : 'info',
    logFile: options.logFile ?? null,
    requestsPerMinute: options.requestsPerMinute ?? 1_000_000,
    ...(options.signIn && { signIn: options.signIn }),
  });
  const actors = new Map<string, Promise<Actor>>();
  return {
    app,
    clock,
    connection,
    as: (username) => {
      const known = actors.get(username) ?? new Actor(app).signIn(username, testPassword);
      actors.set(username, known);
      return known;
    },
    stranger: () => new Actor(app),
    given: makeGiven(app),
    stop: async () => {
      await app.http.close();
      await connection.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function makeGiven(app: App): Given {
  let counter = 0;
  const run = <T>(work: (command: CommandContext) => Promise<T>): Promise<T> =>
    runAsSystem(app, 'given', work);
  return {
    unit: (unit) =>
      run((command) =>
        foundUnit(command, {
          parentId: unit.parentId ?? null,
          name: unit.name,
          shortName: unit.name,
          nameFolded: foldVietnamese(unit.name),
          kind: unit.kind,
          code: unit.code ?? `dv${++counter}`,
          foundedOn: unit.foundedOn ?? '2000-01-01',
          position: ++counter,
        }),
      ),
    account: async (account) => {
      passwordHash ??= hashPassword(testPassword);
      const hash = await passwordHash;
      return run(async (command) => {
        const id = await insertAccount(command, {
          username: account.username,
          displayName: account.username,
          passwordHash: hash,
          mustChangePassword: false,
        });
        await insertGrant(command, id, {
          role: account.role,
          unitId: account.unitId,
          beginsOn: account.from ?? '2000-01-01',
          endsOn: account.to ?? null,
          coversSubtree: account.subtree ?? true,
        });
        return id;
      });
    },
    term: (unitId) =>
      run(async (command) => {
        await command.db
          .insertInto('party_term')
          .values({ id: newId(), unit_id: unitId, name: '2025-2030', begins_on: '2015-01-01', ends_on: null })
          .execute();
      }),
  };
}
