-- Families and convivenze of the file just read. $1 operazione, $2 comune. Who heads a convivenza is found at the end.
insert into gruppo (id, tipo, comune_id, origine, motivo, specie, denominazione, coabitante, op_base, dati)
select id, tipo, $2, origine, motivo, specie, denominazione, coabitante, $1, dati from gruppo_qui
