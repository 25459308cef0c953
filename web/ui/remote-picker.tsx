import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { type FieldProps, useField } from './form-context.ts';

interface RemotePickerProps<Item> extends FieldProps {
  readonly value: Item | null;
  readonly onChange: (item: Item | null) => void;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly items: readonly Item[] | undefined;
  readonly loading: boolean;
  readonly itemId: (item: Item) => string;
  readonly itemLabel: (item: Item) => string;
  readonly itemDetail?: (item: Item) => string;
  readonly placeholder?: string;
}

/** One of very many, found by typing; the server searches, with or without marks. */
export function RemotePicker<Item>(props: RemotePickerProps<Item>) {
  const { value, onChange, text, onTextChange, items, itemId, itemLabel, itemDetail, placeholder, ...rest } =
    props;
  const field = useField(rest);
  const [typing, setTyping] = useState(false);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const choose = (id: string) => {
    const item = items?.find((one) => itemId(one) === id);
    if (item !== undefined) onChange(item);
    // A picker that collects several keeps no value: it is ready for the next name.
    onTextChange('');
    setTyping(false);
    box.closeDropdown();
  };
  const clear = () => {
    onChange(null);
    onTextChange('');
    setTyping(true);
  };
  const shown = typing || value === null ? text : itemLabel(value);
  return (
    <Combobox store={box} onOptionSubmit={choose}>
      <Combobox.Target>
        <TextInput
          {...field}
          value={shown}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setTyping(true);
            onTextChange(event.currentTarget.value);
            box.openDropdown();
            box.updateSelectedOptionIndex();
          }}
          onFocus={() => box.openDropdown()}
          onClick={() => box.openDropdown()}
          onBlur={() => {
            box.closeDropdown();
            setTyping(false);
            onTextChange('');
          }}
          rightSectionPointerEvents="all"
          rightSection={
            props.loading ? (
              <Loader size="xs" />
            ) : value === null ? (
              <Combobox.Chevron />
            ) : (
              <CloseButton
                size={26}
                aria-label={`Bỏ chọn ${props.label}`}
                onMouseDown={(event) => event.preventDefault()}
                onClick={clear}
              />
            )
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label={props.label}>
          {items?.map((item) => (
            <Combobox.Option
              key={itemId(item)}
              value={itemId(item)}
              active={value !== null && itemId(value) === itemId(item)}
            >
              <div>{itemLabel(item)}</div>
              {itemDetail && <div className="k-small">{itemDetail(item)}</div>}
            </Combobox.Option>
          ))}
          {items !== undefined && items.length === 0 && (
            <Combobox.Empty>Không tìm thấy “{text}”</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
