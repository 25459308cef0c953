import { Button } from '@mantine/core';
import { AppLink } from '../ui/app-link.tsx';

export const bodiesHref = '/to-chuc/ban-khoi-to';
export const peopleHref = '/to-chuc/nguoi';
export const bodiesCrumbs = [
  { label: 'Tổ chức', href: '/to-chuc' },
  { label: 'Ban, khối, tổ', href: bodiesHref },
] as const;
export const peopleCrumbs = [
  { label: 'Tổ chức', href: '/to-chuc' },
  { label: 'Con người', href: peopleHref },
] as const;

/** From the bodies to the people in them, and back. */
export function OtherList({ to }: { readonly to: 'bodies' | 'people' }) {
  return (
    <Button variant="default" component={AppLink} href={to === 'bodies' ? bodiesHref : peopleHref}>
      {to === 'bodies' ? 'Ban, khối, tổ' : 'Con người'}
    </Button>
  );
}
