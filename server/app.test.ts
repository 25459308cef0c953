import { api } from '#contract/api.ts';
import { expect, it } from 'vitest';
import { routeTables } from './app.ts';

it('binds every endpoint of the contract exactly once', () => {
  const bound = routeTables.flatMap((routes) => Object.keys(routes.table));
  expect(bound.toSorted()).toEqual(Object.keys(api).toSorted());
});
