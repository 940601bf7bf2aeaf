import { useMemo } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { namedStreets } from '../../shared/geo/named-street.ts';
import { useCity } from '../features/city/index.ts';
import { type Draft, NewTicket } from '../features/desk/index.ts';

interface CreateTicketProps {
  readonly draft: StoreApi<Draft>;
  readonly onClose: () => void;
}

/** The form of a new ticket, with the streets that the city has. */
export function CreateTicket({ draft, onClose }: CreateTicketProps) {
  const pieces = useCity(({ streets }) => streets);
  const streets = useMemo(() => namedStreets(pieces), [pieces]);
  return <NewTicket draft={draft} streets={streets} onClose={onClose} />;
}
