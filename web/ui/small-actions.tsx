import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Prints the page as it stands; every list and record has its print style. */
export function PrintButton({ label = 'In' }: { readonly label?: string }) {
  return (
    <Button variant="default" leftSection={<IconPrinter size={18} stroke={1.6} />} onClick={() => print()}>
      {label}
    </Button>
  );
}

interface DownloadButtonProps {
  /** From apiHref: the same filters as what is seen. */
  readonly href: string;
  readonly children: ReactNode;
}

/** Fetches a file: an Excel of what is seen, a Word paper, a template. */
export function DownloadButton({ href, children }: DownloadButtonProps) {
  return (
    <Button
      component="a"
      href={href}
      download
      variant="default"
      leftSection={<IconDownload size={18} stroke={1.6} />}
    >
      {children}
    </Button>
  );
}

/** The list as it is seen, as an Excel file. */
export function ExportButton({ href }: { readonly href: string }) {
  return <DownloadButton href={href}>Tải Excel</DownloadButton>;
}
