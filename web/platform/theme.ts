import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';

const red: MantineColorsTuple = [
  '#fdf3f2',
  '#fbeceb',
  '#f3cfcc',
  '#e6a6a1',
  '#d6746d',
  '#c2453d',
  '#a8201a',
  '#8c1812',
  '#73130e',
  '#5a0f0b',
];
const gold: MantineColorsTuple = [
  '#fdf8ea',
  '#fbf1d9',
  '#f3e0ae',
  '#e6c878',
  '#d0a63f',
  '#ab7f14',
  '#8a6100',
  '#755200',
  '#5f4300',
  '#493300',
];
const green: MantineColorsTuple = [
  '#f2f8f1',
  '#e7f2e6',
  '#c9e2c7',
  '#9cc89a',
  '#66a566',
  '#3d8240',
  '#256029',
  '#1f5223',
  '#19441d',
  '#123415',
];
const blue: MantineColorsTuple = [
  '#f1f6fa',
  '#e6eef6',
  '#c6d8ea',
  '#97b7d4',
  '#5f8db8',
  '#366a9a',
  '#1f4e79',
  '#1a4267',
  '#153654',
  '#102941',
];
const gray: MantineColorsTuple = [
  '#faf7f2',
  '#f5f0e8',
  '#f0ebe3',
  '#e6dfd4',
  '#d3c9ba',
  '#a79c8e',
  '#7a7268',
  '#5c554d',
  '#3d3731',
  '#1d1a17',
];

/** The paper-and-ink look. Colours, spaces and one radius; everything else is in theme.css as `--k-…`. */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'red',
  primaryShade: 6,
  colors: { red, gold, green, blue, gray, dark: gray },
  white: '#ffffff',
  black: '#1d1a17',
  fontFamily: '"Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '8px' },
  shadows: {
    xs: 'var(--k-shadow)',
    sm: 'var(--k-shadow)',
    md: 'var(--k-shadow-float)',
    lg: 'var(--k-shadow-float)',
    xl: 'var(--k-shadow-float)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: {
      defaultProps: { size: 'sm' },
      vars: (_theme: unknown, props: { readonly size?: string }) =>
        props.size === 'sm'
          ? {
              root: { '--button-height': '2.5rem', '--button-fz': '1rem', '--button-padding-x': '0.9375rem' },
            }
          : { root: {} },
    },
    TextInput: {
      defaultProps: { size: 'md', inputWrapperOrder: ['label', 'description', 'error', 'input'] },
    },
    Textarea: { defaultProps: { size: 'md', inputWrapperOrder: ['label', 'description', 'error', 'input'] } },
    NativeSelect: {
      defaultProps: { size: 'md', inputWrapperOrder: ['label', 'description', 'error', 'input'] },
    },
    PasswordInput: {
      defaultProps: { size: 'md', inputWrapperOrder: ['label', 'description', 'error', 'input'] },
    },
    Checkbox: {
      defaultProps: { color: 'blue' },
      styles: { label: { lineHeight: 1.4 }, description: { lineHeight: 1.4, marginBottom: 0 } },
    },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.4 },
        closeButtonProps: { 'aria-label': 'Đóng' },
      },
    },
    Drawer: {
      defaultProps: { overlayProps: { backgroundOpacity: 0.4 }, closeButtonProps: { 'aria-label': 'Đóng' } },
    },
    Popover: { defaultProps: { shadow: 'md', withArrow: true, arrowSize: 10 } },
    Tooltip: {
      defaultProps: {
        withArrow: true,
        multiline: true,
        maw: 320,
        events: { hover: true, focus: true, touch: true },
      },
    },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', withInitialFocusPlaceholder: false } },
  },
});

/** Mantine's own variables, pointed at our tokens, so that both speak of the same colours. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--mantine-line-height': '1.5' },
  light: {
    '--mantine-color-body': 'var(--k-paper)',
    '--mantine-color-text': 'var(--k-ink)',
    '--mantine-color-dimmed': 'var(--k-ink-2)',
    '--mantine-color-placeholder': 'var(--k-ink-3)',
    '--mantine-color-anchor': 'var(--k-blue)',
    '--mantine-color-default': '#fff',
    '--mantine-color-default-hover': 'var(--k-grey-soft)',
    '--mantine-color-default-border': 'var(--k-line-2)',
    '--mantine-color-default-color': 'var(--k-ink)',
    '--mantine-color-error': 'var(--k-red-ink)',
    '--mantine-color-disabled': 'var(--k-grey-soft)',
    '--mantine-color-disabled-color': 'var(--k-ink-3)',
  },
  dark: {},
});
