import { request } from '../../platform/api-client.ts';
import { useApiCommand } from '../../platform/api-hooks.ts';
import type { ClientProblem, RefusedField } from '../../platform/problem-error.ts';
import { bodyOf } from './act-body.ts';
import type { ActDraft } from './act-draft.ts';

interface CarryOut {
  /** The id of the act; null where it was refused: see `problem`. */
  readonly send: (draft: ActDraft) => Promise<string | null>;
  readonly pending: boolean;
  readonly problem: ClientProblem | null;
  readonly reset: () => void;
}

/** Carries an act out: three kinds by one endpoint, acts of one unit by endpoints of their own. */
export function useCarryOut(): CarryOut {
  const reorganise = useApiCommand('POST /api/reorganisations');
  const found = useApiCommand('POST /api/units');
  const change = useApiCommand('POST /api/units/:id/changes');
  const dissolve = useApiCommand('POST /api/units/:id/dissolution');
  const all = [reorganise, found, change, dissolve];
  const send = async (draft: ActDraft): Promise<string> => {
    const body = bodyOf(draft);
    switch (body.kind) {
      case 'found': {
        const { unit, on, documentId, documentText, reason } = body;
        const paper = { documentId: documentId ?? null, documentText: documentText ?? '', reason };
        const done = await found.send({ body: { ...unit, foundedOn: on, ...paper } });
        return newestActOf(done.id);
      }
      case 'change': {
        const { kind: _kind, unitId, on, ...rest } = body;
        await change.send({ params: { id: unitId }, body: { from: on, ...rest } });
        return newestActOf(unitId);
      }
      case 'dissolve': {
        const { kind: _kind, unitId, ...rest } = body;
        await dissolve.send({ params: { id: unitId }, body: rest });
        return newestActOf(unitId);
      }
      default:
        return (await reorganise.send({ body })).id;
    }
  };
  return {
    // A refusal is kept by the command that met it.
    send: (draft) => send(draft).catch(() => null),
    pending: all.some((one) => one.pending),
    problem: withOwnPaths(all.find((one) => one.problem !== null)?.problem ?? null),
    reset: () => all.forEach((one) => one.reset()),
  };
}

/** The act just carried out is the newest of its unit: the rules let none begin before another's day. */
async function newestActOf(unitId: string): Promise<string> {
  const { items } = await request('GET /api/reorganisations', { query: { unitId, size: 1 } });
  return items[0]?.id ?? '';
}

/** Acts of one unit name the day `from` or `foundedOn`, and a new unit's fields without `unit.`. */
function withOwnPaths(problem: ClientProblem | null): ClientProblem | null {
  if (problem === null) return null;
  return { ...problem, fields: problem.fields.map(ownPath) };
}

function ownPath(field: RefusedField): RefusedField {
  return field.path === 'from' || field.path === 'foundedOn' ? { ...field, path: 'on' } : field;
}
